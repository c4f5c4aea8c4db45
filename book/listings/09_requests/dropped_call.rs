use std::cell::Cell;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

/// What goes over a wire, and where the answer is wanted.
enum Frame {
    Question(u32, oneshot::Sender<String>),
    NeverMind(u32),
}

type Wire = mpsc::UnboundedSender<Frame>;

/// A server at the other end of a new wire. It answers after ten seconds, and prints what it sees.
fn connect(name: &'static str) -> Wire {
    println!("  {name}: opened");
    let (wire, mut frames) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Some(frame) = frames.recv().await {
            match frame {
                Frame::Question(number, answer) => {
                    println!("  {name}: question {number}");
                    tokio::spawn(async move {
                        sleep(10 * SECOND).await;
                        let _ = answer.send(format!("answer {number}"));
                    });
                }
                Frame::NeverMind(number) => println!("  {name}: never mind question {number}"),
            }
        }
        println!("  {name}: closed");
    });
    wire
}

fn ask(wire: &Wire, number: u32) -> oneshot::Receiver<String> {
    let (answer, wanted) = oneshot::channel();
    let _ = wire.send(Frame::Question(number, answer));
    wanted
}

// ANCHOR: plain
/// One question at a time. The wire is kept for the next one when the answer is there.
#[derive(Default)]
struct Plain {
    wire: Option<Wire>,
    names: Vec<&'static str>,
}

impl Plain {
    async fn call(&mut self, number: u32) -> String {
        let wire = match self.wire.take() {
            Some(wire) => wire,
            None => connect(self.names.pop().expect("two are enough")),
        };
        // From here on it is a local of this call: dropped with it.
        let answer = ask(&wire, number).await.expect("the server answers");
        self.wire = Some(wire);
        answer
    }
}
// ANCHOR_END: plain

// ANCHOR: numbered
/// Many questions at a time: the answer to one can be given up.
struct Numbered {
    wire: Wire,
}

struct Unanswered<'a> {
    wire: &'a Wire,
    number: u32,
    answered: Cell<bool>,
}

impl Numbered {
    async fn call(&self, number: u32) -> String {
        let question = Unanswered { wire: &self.wire, number, answered: Cell::new(false) };
        let answer = ask(&self.wire, number).await.expect("the server answers");
        question.answered.set(true);
        answer
    }
}

impl Drop for Unanswered<'_> {
    fn drop(&mut self) {
        if !self.answered.get() {
            let _ = self.wire.send(Frame::NeverMind(self.number));
        }
    }
}
// ANCHOR_END: numbered

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("one at a time");
    let mut plain = Plain { wire: None, names: vec!["second wire", "first wire"] };
    println!("  call 1: {:?}", timeout(SECOND, plain.call(1)).await);
    println!("  call 2: {:?}", timeout(60 * SECOND, plain.call(2)).await);
    drop(plain);
    sleep(SECOND).await;

    println!("numbered");
    let numbered = Numbered { wire: connect("wire") };
    println!("  call 1: {:?}", timeout(SECOND, numbered.call(1)).await);
    println!("  call 2: {:?}", timeout(60 * SECOND, numbered.call(2)).await);
    drop(numbered);
    sleep(SECOND).await;
}
