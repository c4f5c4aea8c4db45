//! The library and its wires. Given: nothing to change here.

use probe::{Tally, Trace};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const MINUTE: Duration = Duration::from_secs(60);
/// Each floor takes that long, if the title is not there.
const WHOLE_FLOOR: u32 = 60;
const FLOORS: u32 = 4;

/// What a client sends.
#[derive(Debug)]
pub enum Call {
    Question {
        number: u32,
        title: &'static str,
    },
    /// The client does not want the answer to this question any more.
    NeverMind {
        number: u32,
    },
}

/// Our end of a wire. Dropping it hangs up.
pub struct Wire {
    calls: mpsc::UnboundedReceiver<Call>,
    answers: mpsc::UnboundedSender<(u32, String)>,
}

/// The client's end of a wire. Dropping it hangs up.
pub struct Client {
    calls: mpsc::UnboundedSender<Call>,
    answers: mpsc::UnboundedReceiver<(u32, String)>,
    log: Trace,
}

/// A library with four floors of stacks. Its clones are the same library.
#[derive(Clone, Default)]
pub struct Library {
    pub log: Trace,
    searchers: Arc<Mutex<Vec<(&'static str, Tally)>>>,
}

impl Wire {
    /// What the client sends next; `None` if it has hung up. Cancel-safe.
    pub async fn next(&mut self) -> Option<Call> {
        self.calls.recv().await
    }

    pub fn answer(&self, number: u32, text: String) {
        let _ = self.answers.send((number, text)); // Perhaps the client has just hung up.
    }
}

impl Client {
    pub fn send(&self, call: Call) {
        self.log.note(format!("a client sends {call:?}"));
        let _ = self.calls.send(call); // Perhaps the library has hung up.
    }

    /// The next answer, with the number of its question; `None` if the library has hung up.
    pub async fn answer(&mut self) -> Option<(u32, String)> {
        self.answers.recv().await
    }

    pub fn hang_up(self) {
        self.log.note("a client hangs up");
    }
}

impl Library {
    // ANCHOR: given
    /// Sends a searcher to each floor, and believes the first one who finds the title.
    ///
    /// Searchers walk by themselves, in tasks of their own. Once sent out, a searcher comes back
    /// when the floor is done, or when `stop` is cancelled.
    pub async fn find(self, title: &'static str, stop: CancellationToken) -> String {
        self.log.note(format!("four searchers set out for {title}"));
        let (found, mut reports) = mpsc::unbounded_channel();
        for floor in 1..=FLOORS {
            tokio::spawn(self.clone().search(title, floor, found.clone(), stop.clone()));
        }
        drop(found);
        self.look_up(title).await;
        match reports.recv().await {
            Some(floor) => format!("{title}: floor {floor}"),
            None => format!("{title}: not found"),
        }
    }
    // ANCHOR_END: given

    /// A new wire to this library: our end of it, and the client's.
    pub fn wire(&self) -> (Wire, Client) {
        let (calls, from_client) = mpsc::unbounded_channel();
        let (to_client, answers) = mpsc::unbounded_channel();
        let wire = Wire { calls: from_client, answers: to_client };
        (wire, Client { calls, answers, log: self.log.clone() })
    }

    /// How many are searching for this title now.
    pub fn searchers(&self, title: &str) -> usize {
        self.tally(title).map_or(0, |tally| tally.alive())
    }

    /// How many were ever sent out for this title.
    pub fn sent_out(&self, title: &str) -> usize {
        self.tally(title).map_or(0, |tally| tally.made())
    }

    async fn search(
        self,
        title: &'static str,
        floor: u32,
        found: mpsc::UnboundedSender<u32>,
        stop: CancellationToken,
    ) {
        let searcher = self.counted(title);
        let (on_floor, after_minutes) = place(title);
        let here = on_floor == floor;
        let minutes = if here { after_minutes } else { WHOLE_FLOOR };
        let back = if stop.run_until_cancelled(sleep(minutes * MINUTE)).await.is_none() {
            "called back"
        } else if here {
            let _ = found.send(floor); // Perhaps nobody waits for it any more.
            "has found it"
        } else {
            "has been everywhere"
        };
        self.log.note(format!("{title}, floor {floor}: {back}"));
        drop(searcher);
    }

    /// The catalogue has a card for each title, or so everybody thinks.
    async fn look_up(&self, title: &str) {
        sleep(MINUTE).await;
        if title == "Witches" {
            self.log.note("there is no card for Witches");
            panic!("there is no card for {title:?}");
        }
    }

    fn counted(&self, title: &'static str) -> probe::Counted {
        let mut searchers = self.searchers.lock().expect("nobody panics with the lock");
        if let Some((_, tally)) = searchers.iter().find(|(of, _)| *of == title) {
            return tally.counted();
        }
        let tally = Tally::new();
        let counted = tally.counted();
        searchers.push((title, tally));
        counted
    }

    fn tally(&self, title: &str) -> Option<Tally> {
        let searchers = self.searchers.lock().expect("nobody panics with the lock");
        searchers.iter().find(|(of, _)| *of == title).map(|(_, tally)| tally.clone())
    }
}

/// The floor of a title, and after how many minutes somebody who searches there comes to it.
fn place(title: &str) -> (u32, u32) {
    match title {
        "Birds" => (2, 3),
        "Clouds" => (4, 20),
        "Tides" => (1, 30),
        _ => (0, 0), // On no floor.
    }
}
