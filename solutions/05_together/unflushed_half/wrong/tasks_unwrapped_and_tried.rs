// Why it tempts: the same, with the results of the tasks taken out first.
// Why it fails: now the failure is seen, and `try_join!` drops the other handle at once. The task
// goes on, and nobody waits for it any more.
// Rejected by: the_vault_is_complete_although_the_disk_failed
// Says: was still being written

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::{spawn, try_join};

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    let disk = async { spawn(disk.flush()).await? };
    let vault = async { spawn(vault.flush()).await? };
    try_join!(disk, vault)?;
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
