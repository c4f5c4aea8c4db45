// For any number of copies: `join_all` keeps the order of its arguments and drops nothing.

mod ledger;

use anyhow::{Result, anyhow};
use futures::future::join_all;
pub use ledger::Ledger;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    let results = join_all([disk.flush(), vault.flush()]).await;
    let faults: Vec<String> =
        results.into_iter().filter_map(|result| Some(format!("{:#}", result.err()?))).collect();
    if faults.is_empty() { Ok(()) } else { Err(anyhow!(faults.join("; "))) }
}

#[cfg(test)]
mod check;
