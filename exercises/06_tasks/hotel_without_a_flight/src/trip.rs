//! What can be booked. Given: nothing to change here.

use anyhow::{Result, bail};
use probe::{Counted, Tally, Trace};
use std::pin::Pin;
use std::time::Duration;
use tokio::time::sleep;

/// Asks a company for a part of a trip.
pub type Booking = Pin<Box<dyn Future<Output = Result<Ticket>> + Send>>;

/// A place that is kept for us as long as this lives.
#[derive(Debug)]
pub struct Ticket {
    pub what: &'static str,
    _kept: Counted,
}

/// Where the parts of a trip are booked.
#[derive(Clone, Default)]
pub struct Agency {
    log: Trace,
    under_way: Tally,
    kept: Tally,
}

impl Agency {
    pub fn new() -> Agency {
        Agency::default()
    }

    /// A booking that takes so many seconds.
    pub fn booking(&self, what: &'static str, seconds: u64) -> Booking {
        let agency = self.clone();
        Box::pin(async move {
            let _under_way = agency.under_way.counted();
            sleep(Duration::from_secs(seconds)).await;
            agency.log.note(format!("{what} is booked"));
            Ok(Ticket { what, _kept: agency.kept.counted() })
        })
    }

    /// A booking that fails after so many seconds.
    pub fn sold_out(&self, what: &'static str, seconds: u64) -> Booking {
        let agency = self.clone();
        Box::pin(async move {
            let _under_way = agency.under_way.counted();
            sleep(Duration::from_secs(seconds)).await;
            agency.log.note(format!("{what} is sold out"));
            bail!("{what} is sold out")
        })
    }

    /// A booking that panics after so many seconds.
    pub fn broken(&self, what: &'static str, seconds: u64) -> Booking {
        let agency = self.clone();
        Box::pin(async move {
            let _under_way = agency.under_way.counted();
            sleep(Duration::from_secs(seconds)).await;
            panic!("the computer for {what} is broken")
        })
    }

    /// How many bookings are under way now.
    pub fn under_way(&self) -> usize {
        self.under_way.alive()
    }

    /// How many places are kept for us now.
    pub fn kept(&self) -> usize {
        self.kept.alive()
    }

    /// How many places were ever booked.
    pub fn booked(&self) -> usize {
        self.kept.made()
    }
}
