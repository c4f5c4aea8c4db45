mod ledger;

use anyhow::Result;
pub use ledger::Ledger;
use tokio::try_join;

/// Writes both copies of the day's sales, at the same time, and each to its end.
///
/// One of them may fail: that is no reason to give up the other one. The error says what befell
/// each copy that failed, the disk first.
pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // TODO: neither copy may suffer for what befalls the other one.
    try_join!(disk.flush(), vault.flush())?;
    Ok(())
}

#[cfg(test)]
mod check;
