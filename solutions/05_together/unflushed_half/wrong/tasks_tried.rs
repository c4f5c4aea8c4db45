// Why it tempts: two tasks and `try_join!` over their handles: dropping a handle tears nothing off.
// Why it fails: the `Err` of a handle is a panic. What the task returned is inside its `Ok`:
// `try_join!` sees no failure and gives a pair of results, which nobody reads.
// Rejected by: a_single_failure_is_reported
// Says: nobody will look for the fault

mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::{spawn, try_join};

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    let (_disk, _vault) = try_join!(spawn(disk.flush()), spawn(vault.flush()))?;
    Ok(())
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
