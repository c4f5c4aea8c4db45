// Why it tempts: a `\n` ends the broken line, and the next attempt starts on a fresh one.
// Why it fails: it makes a whole line of what was half a line. "sale 17: 25" is a sale, of another
// amount.
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
        let mut attempt = request.clone();
        for _ in 0..3 {
            let sent = wire.write_all(attempt.as_bytes());
            if let Ok(sent) = timeout(Duration::from_secs(1), sent).await {
                return sent;
            }
            attempt = format!("\n{request}");
        }
        // ANCHOR_END: mistake
        Err(ErrorKind::TimedOut.into())
    }
}

#[cfg(test)]
mod check;
