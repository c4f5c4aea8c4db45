// `futures::future::select` gives the loser back, alive, and so it can be waited for.

mod ledger;

use anyhow::{Context, Result};
use futures::future::{Either, select};
pub use ledger::Ledger;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    let (disk, vault) = match select(Box::pin(disk.flush()), Box::pin(vault.flush())).await {
        Either::Left((disk, vault)) => (disk, vault.await),
        Either::Right((vault, disk)) => (disk.await, vault),
    };
    match (disk, vault) {
        (Err(disk), Err(vault)) => Err(vault).context(format!("{disk:#}")),
        (disk, vault) => disk.and(vault),
    }
}

#[cfg(test)]
mod check;
