// `write` says how much it took, so the position can be kept outside of the future.

mod office;

pub use office::{Office, Wire};
use std::io;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use tokio::time::{Instant, timeout_at};

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
        let mut wire = match self.wire.take() {
            Some(wire) => wire,
            None => self.office.call().await,
        };
        let end = Instant::now() + Duration::from_secs(3);
        let mut done = 0;
        while done < request.len() {
            done += timeout_at(end, wire.write(&request.as_bytes()[done..])).await??;
        }
        self.wire = Some(wire);
        Ok(())
    }
}

#[cfg(test)]
mod check;
