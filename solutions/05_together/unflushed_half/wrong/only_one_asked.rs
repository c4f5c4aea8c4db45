// Why it tempts: `join!` waits for both, and `?` passes the error on.
// Why it fails: the second result is dropped unread. The vault may fail for years.
// Rejected by: a_single_failure_is_reported
// Says: nobody will look for the fault

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::join;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    let (disk, _vault) = join!(disk.flush(), vault.flush());
    disk?;
    Ok(())
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
