// Why it tempts: a task cannot be torn off by its neighbour.
// Why it fails: nobody waits for it. The day counts as closed while the vault has no page yet, and
// what it says of its failure is heard by nobody.
// Rejected by: both_copies_are_written
// Says: the vault is not complete

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    tokio::spawn(vault.flush());
    disk.flush().await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
