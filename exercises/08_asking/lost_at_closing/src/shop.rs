//! The repair shop. Given: nothing to change here.

use probe::{Tally, Trace};
use std::future::pending;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// So many can be at work at once. Who comes then waits in line.
pub const BENCHES: usize = 3;

#[derive(Clone, Default)]
pub struct Shop {
    pub log: Trace,
    /// Benches at which somebody is at work.
    pub benches: Tally,
}

/// Something to be repaired.
pub struct Job {
    shop: Shop,
    what: &'static str,
    takes: Duration,
    /// Whoever repairs it can come to a good end so long after being told that the shop closes.
    wraps_up_in: Option<Duration>,
    /// Whoever has repaired it rings the bell.
    rings: Option<mpsc::UnboundedSender<()>>,
    fate: Fate,
}

enum Fate {
    InLine,
    OnTheBench,
    Settled,
}

/// Rings when the shop is to close, and again if somebody is in a hurry.
pub struct Bell {
    rings: mpsc::UnboundedReceiver<()>,
}

impl Shop {
    pub fn job(&self, what: &'static str, takes: Duration, wraps_up_in: Option<Duration>) -> Job {
        let (shop, fate) = (self.clone(), Fate::InLine);
        Job { shop, what, takes, wraps_up_in, rings: None, fate }
    }

    /// A job whose repairer rings the bell when it is done.
    pub fn job_that_rings(
        &self,
        what: &'static str,
        takes: Duration,
        rope: mpsc::UnboundedSender<()>,
    ) -> Job {
        let mut job = self.job(what, takes, None);
        job.rings = Some(rope);
        job
    }

    // ANCHOR: given
    /// Counts what is in the till. Nobody may be at a bench any more.
    pub async fn cash_up(&self) {
        match self.benches.alive() {
            0 => self.log.note("cash-up begun"),
            _ => self.log.note("cash-up begun, with somebody at a bench"),
        }
        sleep(Duration::from_secs(1)).await;
        self.log.note("cash counted");
    }
}

impl Job {
    /// Repairs it. If `closing` is cancelled, some repairs can come to a good end earlier.
    pub async fn repair(mut self, closing: CancellationToken) {
        let _bench = self.shop.benches.counted();
        self.fate = Fate::OnTheBench;
        self.shop.log.note(format!("{} begun", self.what));
        tokio::select! {
            biased;
            () = sleep(self.takes) => {}
            () = wrap_up(&closing, self.wraps_up_in) => {}
        }
        self.settle("done");
        if let Some(rope) = self.rings.take() {
            let _ = rope.send(()); // Perhaps nobody is there any more.
        }
    }

    /// Gives it back to its owner as it came.
    pub fn hand_back(mut self) {
        self.settle("handed back");
    }
    // ANCHOR_END: given

    fn settle(&mut self, how: &str) {
        self.fate = Fate::Settled;
        self.shop.log.note(format!("{} {how}", self.what));
    }
}

async fn wrap_up(closing: &CancellationToken, wraps_up_in: Option<Duration>) {
    match wraps_up_in {
        Some(time) => {
            closing.cancelled().await;
            sleep(time).await;
        }
        None => pending().await,
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        match self.fate {
            Fate::InLine => self.settle("lost"),
            Fate::OnTheBench => self.settle("cut off"),
            Fate::Settled => {}
        }
    }
}

impl Bell {
    pub fn new(rings: mpsc::UnboundedReceiver<()>) -> Bell {
        Bell { rings }
    }

    /// Waits for the next ring. Cancel-safe; no ring is lost between two calls.
    pub async fn rings(&mut self) {
        if self.rings.recv().await.is_none() {
            pending().await // Nobody will ring any more.
        }
    }
}
