// Why it tempts: the timeout is the error, so if it did not fire all is well, and the wire can be
// used again.
// Why it fails: `Ok` of a timeout says that the write has ended, and it may have ended in an error.
// The office has hung up, the sale is not booked, and nobody is told.
// Rejected by: an_office_that_hangs_up_has_not_booked
// Says: The write has come to an end in time

mod office;

pub use office::{Office, Wire};
use std::io::{self, ErrorKind};
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
        // ANCHOR: mistake
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => self.office.call().await,
        };
        let written = timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await;
        if written.is_err() {
            return Err(ErrorKind::TimedOut.into());
        }
        self.wire = Some(wire);
        Ok(())
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
