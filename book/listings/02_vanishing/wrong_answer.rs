use std::io;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::time::{sleep, timeout};

// ANCHOR: client
struct Client {
    stream: BufReader<DuplexStream>,
}

impl Client {
    async fn ask(&mut self, question: &str) -> io::Result<String> {
        self.stream.write_all(format!("{question}?\n").as_bytes()).await?;
        let mut answer = String::new();
        self.stream.read_line(&mut answer).await?;
        Ok(answer.trim_end().to_owned())
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (near, far) = duplex(64);
    tokio::spawn(serve(far));
    let mut client = Client { stream: BufReader::new(near) };

    for question in ["tea", "cake", "pie"] {
        let answer = timeout(Duration::from_secs(2), client.ask(question)).await;
        println!("{question}? {answer:?}");
    }
}
// ANCHOR_END: client

/// Answers each question a second after it came; but the first one takes three.
async fn serve(stream: DuplexStream) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut wait = Duration::from_secs(3);
    let mut question = String::new();
    while stream.read_line(&mut question).await? > 0 {
        sleep(wait).await;
        let name = question.trim_end().trim_end_matches('?');
        let price = name.len();
        stream.write_all(format!("{name} costs {price}\n").as_bytes()).await?;
        wait = Duration::from_secs(1);
        question.clear();
    }
    Ok(())
}
