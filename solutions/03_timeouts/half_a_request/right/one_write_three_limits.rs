// One write, pinned, and three looks at it.

mod office;

pub use office::{Office, Wire};
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use std::pin::pin;

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
        {
            let mut write = pin!(wire.write_all(request.as_bytes()));
            let mut attempts = 0;
            loop {
                match timeout(Duration::from_secs(1), &mut write).await {
                    Ok(sent) => break sent?,
                    Err(_) if attempts == 2 => return Err(ErrorKind::TimedOut.into()),
                    Err(_) => attempts += 1,
                }
            }
        }
        self.wire = Some(wire);
        Ok(())
    }
}

#[cfg(test)]
mod check;
