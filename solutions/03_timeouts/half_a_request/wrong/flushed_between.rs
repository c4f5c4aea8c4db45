// Why it tempts: bytes that are stuck must be somewhere, and `flush` pushes them out before the
// next attempt.
// Why it fails: they are not stuck in the till. They are on the wire, the first part of a line, and
// the second attempt begins the line anew behind them.
// Rejected by: a_slow_office_books_each_sale_once
// Says: and there is no such sale

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
        if self.wire.is_none() {
            self.wire = Some(self.office.call().await);
        }
        let wire = self.wire.as_mut().expect("there is one now");
        // ANCHOR: mistake
        for _ in 0..3 {
            let attempt = wire.write_all(request.as_bytes());
            if let Ok(sent) = timeout(Duration::from_secs(1), attempt).await {
                return sent;
            }
            let _ = timeout(Duration::from_secs(1), wire.flush()).await;
        }
        // ANCHOR_END: mistake
        Err(ErrorKind::TimedOut.into())
    }
}

#[cfg(test)]
mod check;
