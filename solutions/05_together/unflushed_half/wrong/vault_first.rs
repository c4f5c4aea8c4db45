// Why it tempts: the vault is the important one, so it is asked first.
// Why it fails: the order is who is polled first in the first turn, and not who is spared. The disk
// fails, and whoever is not done is dropped.
// Rejected by: the_vault_is_complete_although_the_disk_failed
// Says: was torn off in the middle

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::try_join;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    try_join!(biased; vault.flush(), disk.flush())?;
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
