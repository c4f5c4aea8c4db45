// Why it tempts: the write has ended, so the wire goes back into the till, and then its result is
// returned.
// Why it fails: a write that ended in an error has not gone out as a whole. The wire is broken, and
// each later report is made over it and fails.
// Rejected by: an_office_that_hangs_up_has_not_booked
// Says: Over which wire was it made?

mod office;

pub use office::{Office, Wire};
use std::io;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

pub struct Till {
    office: Office,
    wire: Option<Wire>,
}

impl Till {
    pub fn new(office: Office) -> Till {
        Till { office, wire: None }
    }

    pub async fn report(&mut self, sale: &str) -> io::Result<()> {
        let request = format!("{sale}\n");
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => self.office.call().await,
        };
        // ANCHOR: mistake
        let sent = timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await?;
        self.wire = Some(wire);
        sent
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
