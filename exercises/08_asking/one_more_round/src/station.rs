//! The weather station. Given: nothing to change here.

use probe::Trace;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Instruments on a hill, and lines to two customers.
#[derive(Clone)]
pub struct Station {
    pub log: Trace,
    opened: Instant,
    /// How long each of the three steps of a round takes.
    step: Duration,
    rounds: Arc<Mutex<Vec<Round>>>,
}

/// What the station knows of a round.
#[derive(Clone, Copy)]
pub struct Round {
    pub begun: Duration,
    pub at_harbour: bool,
    pub at_airport: bool,
}

/// The number of its round.
pub struct Reading(usize);

impl Station {
    pub fn open(step: Duration) -> Station {
        let rounds = Arc::default();
        Station { log: Trace::new(), opened: Instant::now(), step, rounds }
    }

    // ANCHOR: steps
    /// Begins a round: reads all instruments.
    pub async fn measure(&self) -> Reading {
        let reading = self.begin_round();
        sleep(self.step).await;
        reading
    }

    pub async fn tell_harbour(&self, reading: &Reading) {
        sleep(self.step).await;
        self.note(reading, "at the harbour", |round| round.at_harbour = true);
    }

    pub async fn tell_airport(&self, reading: &Reading) {
        sleep(self.step).await;
        self.note(reading, "at the airport", |round| round.at_airport = true);
    }
    // ANCHOR_END: steps

    /// The time since the station was opened.
    pub fn clock(&self) -> Duration {
        self.opened.elapsed()
    }

    pub fn rounds(&self) -> Vec<Round> {
        self.rounds.lock().expect("nobody panics with the lock").clone()
    }

    fn begin_round(&self) -> Reading {
        let round = Round { begun: self.clock(), at_harbour: false, at_airport: false };
        let mut rounds = self.rounds.lock().expect("nobody panics with the lock");
        rounds.push(round);
        self.log.note(format!("reading {} begun", rounds.len()));
        Reading(rounds.len() - 1)
    }

    fn note(&self, reading: &Reading, what: &str, change: impl FnOnce(&mut Round)) {
        self.log.note(format!("reading {} {what}", reading.0 + 1));
        change(&mut self.rounds.lock().expect("nobody panics with the lock")[reading.0]);
    }
}
