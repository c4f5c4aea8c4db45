// Why it tempts: it was the second attempt that did the harm, so there is one attempt, of three
// seconds.
// Why it fails: when that fails too, half a line is on the wire, and the wire is still in the till.
// The next sale is written behind it.
// Rejected by: after_giving_up_the_next_report_is_whole
// Says: and there is no such sale

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
        if self.wire.is_none() {
            self.wire = Some(self.office.call().await);
        }
        let wire = self.wire.as_mut().expect("there is one now");
        // ANCHOR: mistake
        timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await?
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
