// Why it tempts: the rest of a line is kept in the till, and the next report sends it first, so
// every line becomes whole.
// Why it fails: it becomes whole after its report had failed. The caller makes that report again,
// and the office books the sale twice.
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
    rest: std::collections::VecDeque<u8>,
}

impl Till {
    pub fn new(office: Office) -> Till {
        Till { office, wire: None, rest: Default::default() }
    }

    // ANCHOR: mistake
    pub async fn report(&mut self, sale: &str) -> io::Result<()> {
        self.rest.extend(format!("{sale}\n").into_bytes());
        if self.wire.is_none() {
            self.wire = Some(self.office.call().await);
        }
        let wire = self.wire.as_mut().expect("there is one now");
        timeout(Duration::from_secs(3), wire.write_all_buf(&mut self.rest)).await?
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
