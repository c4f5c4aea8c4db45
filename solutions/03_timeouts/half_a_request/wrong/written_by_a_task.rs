// Why it tempts: a task of its own is not dropped with us, so it writes the line to its end.
// Why it fails: it does so also when we have said that the report failed. The caller reports the
// sale again, and the office books it twice.
// Rejected by: after_giving_up_the_next_report_is_whole
// Says: Whose bytes were still on their way?

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
        // ANCHOR: mistake
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => self.office.call().await,
        };
        let writer = tokio::spawn(async move {
            wire.write_all(request.as_bytes()).await?;
            io::Result::Ok(wire)
        });
        let written = timeout(Duration::from_secs(3), writer).await?;
        self.wire = Some(written.expect("it does not panic")?);
        // ANCHOR_END: mistake
        Ok(())
    }
}

#[cfg(test)]
mod check;
