// Why it tempts: `join!` waits for both, and `and` gives the first error.
// Why it fails: it gives only the first. When both have failed, nobody hears of the vault.
// Rejected by: if_both_fail_the_error_says_both_and_the_disk_first
// Says: will lose the next day too

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::join;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    let (disk, vault) = join!(disk.flush(), vault.flush());
    // ANCHOR: mistake
    disk.and(vault)
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
