// A task has the wire and writes. Whoever gives up aborts it, and the wire is dropped with it.

mod office;

pub use office::{Office, Wire};
use std::io;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use tokio_util::task::AbortOnDropHandle;

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
        let writer = AbortOnDropHandle::new(tokio::spawn(async move {
            wire.write_all(request.as_bytes()).await?;
            io::Result::Ok(wire)
        }));
        let written = timeout(Duration::from_secs(3), writer).await?;
        self.wire = Some(written.expect("it does not panic")?);
        Ok(())
    }
}

#[cfg(test)]
mod check;
