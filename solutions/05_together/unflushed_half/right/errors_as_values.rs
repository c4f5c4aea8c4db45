// `try_join!` again, with futures that do not fail: the error is inside of their `Ok`.

mod ledger;

use anyhow::{Result, anyhow, ensure};
pub use ledger::Ledger;
use tokio::try_join;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    let disk = async { Ok::<_, anyhow::Error>(disk.flush().await.err()) };
    let vault = async { Ok(vault.flush().await.err()) };
    let (disk, vault) = try_join!(disk, vault)?;
    let faults: Vec<String> =
        [disk, vault].into_iter().flatten().map(|fault| format!("{fault:#}")).collect();
    ensure!(faults.is_empty(), anyhow!(faults.join("; ")));
    Ok(())
}

#[cfg(test)]
mod check;
