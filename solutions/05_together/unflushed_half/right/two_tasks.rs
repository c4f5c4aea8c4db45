// Two tasks, and both of them waited for. These go on even if `close_the_day` itself is dropped.

mod ledger;

use anyhow::{Result, anyhow};
pub use ledger::Ledger;
use tokio::spawn;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    let (disk, vault) = (spawn(disk.flush()), spawn(vault.flush()));
    let (disk, vault) = (disk.await?, vault.await?);
    match (disk, vault) {
        (Err(disk), Err(vault)) => Err(anyhow!("{disk:#}; {vault:#}")),
        (disk, vault) => disk.and(vault),
    }
}

#[cfg(test)]
mod check;
