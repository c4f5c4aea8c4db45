// A write that is given up leaves an unknown part of its request on the wire, and nothing can be
// sent after that. So the wire is taken out of the till, and put back only when a request is whole.
// Wherever `report` ends before, by a timeout, an error or a drop, the wire is dropped with it, and
// the office hears the end.

#[path = "../../exercises/03_timeouts/half_a_request/src/office.rs"]
mod office;

pub use office::{Office, Wire};
use std::io;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

/// Reports the sales of a shop to the office. The wire is kept for the next sale.
pub struct Till {
    office: Office,
    wire: Option<Wire>,
}

impl Till {
    pub fn new(office: Office) -> Till {
        Till { office, wire: None }
    }

    /// Reports a sale. The office books what it has read when it comes to a `\n`.
    ///
    /// If three seconds are not enough, it gives up with `ErrorKind::TimedOut`. A report that gave
    /// up, or was dropped on its way, is not booked, and can be made again.
    pub async fn report(&mut self, sale: &str) -> io::Result<()> {
        let request = format!("{sale}\n");
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => self.office.call().await,
        };
        timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await??;
        self.wire = Some(wire);
        Ok(())
    }
}

#[cfg(test)]
#[path = "../../exercises/03_timeouts/half_a_request/src/check.rs"]
mod check;
