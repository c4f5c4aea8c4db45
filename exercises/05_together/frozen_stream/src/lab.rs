//! The photo lab. Given: nothing to change here.

use anyhow::{Result, ensure};
use probe::{Counted, Tally, Trace};
use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub struct Photo {
    pub number: u32,
    _held: Counted,
}

/// Where the customers' photos are.
#[derive(Clone)]
pub struct Server {
    log: Trace,
    /// These it never delivers.
    lost: Vec<u32>,
    requests: Tally,
    held: Tally,
    past: Arc<Mutex<Vec<Request>>>,
}

/// A request that is over.
#[derive(Clone, Copy)]
pub struct Request {
    pub number: u32,
    pub took: Duration,
    pub delivered: bool,
}

impl Server {
    pub fn new(log: &Trace) -> Server {
        let (requests, held) = (Tally::new(), Tally::new());
        Server { log: log.clone(), lost: Vec::new(), requests, held, past: Arc::default() }
    }

    pub fn that_has_lost(self, lost: &[u32]) -> Server {
        Server { lost: lost.to_vec(), ..self }
    }

    // ANCHOR: fetch
    /// Fetches a photo, in five parts one after the other. That takes two seconds at most.
    pub async fn fetch(&self, number: u32) -> Photo {
        let mut request = self.request(number);
        if self.lost.contains(&number) {
            pending::<()>().await;
        }
        for _part in 0..5 {
            sleep(Self::pace(number)).await;
        }
        request.delivered = true;
        Photo { number, _held: self.held.counted() }
    }
    // ANCHOR_END: fetch

    /// How long a part of this photo takes.
    fn pace(number: u32) -> Duration {
        Duration::from_millis(u64::from(number % 4 + 1) * 100)
    }

    /// Requests under way: how many now, how many at most.
    pub fn requests(&self) -> &Tally {
        &self.requests
    }

    /// Photos that were delivered and are not yet printed.
    pub fn held(&self) -> &Tally {
        &self.held
    }

    pub fn past(&self) -> Vec<Request> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn request(&self, number: u32) -> Running {
        let counted = self.requests.counted();
        Running { server: self.clone(), number, begun: Instant::now(), delivered: false, counted }
    }
}

struct Running {
    server: Server,
    number: u32,
    begun: Instant,
    delivered: bool,
    #[expect(dead_code, reason = "it counts as long as it lives")]
    counted: Counted,
}

impl Drop for Running {
    fn drop(&mut self) {
        let Running { server, number, delivered, .. } = self;
        let took = self.begun.elapsed();
        let what = if *delivered { "delivered" } else { "request dropped" };
        server.log.note(format!("photo {number}: {what} after {} ms", took.as_millis()));
        let mut past = server.past.lock().unwrap_or_else(PoisonError::into_inner);
        past.push(Request { number: *number, took, delivered: *delivered });
    }
}

/// Prints one photo at a time.
pub struct Printer {
    log: Trace,
    /// How long a photo takes.
    pace: Duration,
    paper: AtomicUsize,
    at_work: Tally,
}

impl Printer {
    pub fn new(pace: Duration, paper: usize, log: &Trace) -> Printer {
        let (paper, at_work) = (AtomicUsize::new(paper), Tally::new());
        Printer { log: log.clone(), pace, paper, at_work }
    }

    /// Prints a photo. Fails if there is no paper left, or another photo in the printer.
    pub async fn print(&self, photo: Photo) -> Result<()> {
        let number = photo.number;
        ensure!(
            self.at_work.alive() == 0,
            "paper jam: photo {number} was put on top of another one"
        );
        let _at_work = self.at_work.counted();
        let sheet = self.paper.fetch_update(SeqCst, SeqCst, |sheets| sheets.checked_sub(1));
        ensure!(sheet.is_ok(), "no paper for photo {number}");
        sleep(self.pace).await;
        self.log.note(format!("photo {number}: printed"));
        Ok(())
    }
}
