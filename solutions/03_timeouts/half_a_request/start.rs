mod office;

pub use office::{Office, Wire};
use std::io::{self, ErrorKind};
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
        if self.wire.is_none() {
            self.wire = Some(self.office.call().await);
        }
        let wire = self.wire.as_mut().expect("there is one now");
        for _ in 0..3 {
            // TODO: the office must book each sale once, and nothing that is not a sale.
            let attempt = wire.write_all(request.as_bytes());
            if let Ok(sent) = timeout(Duration::from_secs(1), attempt).await {
                return sent;
            }
        }
        Err(ErrorKind::TimedOut.into())
    }
}

#[cfg(test)]
mod check;
