// Why it tempts: `write_all_buf` moves a cursor along, so the next attempt goes on where the last
// one ended.
// Why it fails: it does, as long as there is a next attempt. After the third one the cursor is
// dropped, and the half line stays on the wire.
// Rejected by: after_giving_up_the_next_report_is_whole
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
        let mut rest = request.as_bytes();
        for _ in 0..3 {
            let attempt = wire.write_all_buf(&mut rest);
            if let Ok(sent) = timeout(Duration::from_secs(1), attempt).await {
                return sent;
            }
        }
        // ANCHOR_END: mistake
        Err(ErrorKind::TimedOut.into())
    }
}

#[cfg(test)]
mod check;
