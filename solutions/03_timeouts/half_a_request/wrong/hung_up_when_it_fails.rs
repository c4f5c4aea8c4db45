// Why it tempts: after a timeout the wire is hung up, so nothing is ever written behind half a
// line.
// Why it fails: the line that hangs up runs after *this* timeout. If the caller has one of its own,
// or `select!`s, `report` is dropped at the `.await`, and the wire stays in the till.
// Rejected by: a_report_that_was_dropped_can_be_made_again
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
        let attempt = wire.write_all(request.as_bytes());
        match timeout(Duration::from_secs(3), attempt).await {
            Ok(sent) => sent,
            Err(elapsed) => {
                self.wire = None;
                Err(elapsed.into())
            }
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
