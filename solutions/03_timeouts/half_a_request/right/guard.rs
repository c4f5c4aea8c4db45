// A guard hangs up when it is dropped, unless the request is whole.

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

struct HangUp<'a> {
    wire: &'a mut Option<Wire>,
    whole: bool,
}

impl Drop for HangUp<'_> {
    fn drop(&mut self) {
        if !self.whole {
            *self.wire = None;
        }
    }
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
        let mut guard = HangUp { wire: &mut self.wire, whole: false };
        let wire = guard.wire.as_mut().expect("there is one now");
        timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await??;
        guard.whole = true;
        Ok(())
    }
}

#[cfg(test)]
mod check;
