// Why it tempts: nothing runs together, so nothing can tear anything.
// Why it fails: the customer waits for the sum of both instead of the longer one.
// Rejected by: they_are_written_at_the_same_time
// Says: They do not have to wait

mod ledger;

use anyhow::{Result, anyhow};
pub use ledger::Ledger;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    let disk = disk.flush().await;
    let vault = vault.flush().await;
    // ANCHOR_END: mistake
    match (disk, vault) {
        (Err(disk), Err(vault)) => Err(anyhow!("{disk:#}; {vault:#}")),
        (disk, vault) => disk.and(vault),
    }
}

#[cfg(test)]
mod check;
