// Why it tempts: on a new wire there is never half a line.
// Why it fails: it is right about that, and it calls the office for every single sale.
// Rejected by: sales_go_over_one_wire_in_their_order
// Says: a wire on which all is well is used again

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
        let mut wire = self.office.call().await;
        timeout(Duration::from_secs(3), wire.write_all(request.as_bytes())).await??;
        // ANCHOR_END: mistake
        Ok(())
    }
}

#[cfg(test)]
mod check;
