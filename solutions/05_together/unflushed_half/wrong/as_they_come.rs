// Why it tempts: a `FuturesUnordered` drops nothing, and errors are collected as they come.
// Why it fails: they come in the order in which they happened. The same two faults read differently
// from one evening to the next.
// Rejected by: if_both_fail_the_error_says_both_and_the_disk_first
// Says: the disk is to be named first

mod ledger;

use anyhow::{Result, anyhow};
use futures::stream::{FuturesUnordered, StreamExt};
pub use ledger::Ledger;

pub async fn close_the_day(disk: Ledger, vault: Ledger) -> Result<()> {
    // ANCHOR: mistake
    let mut copies = FuturesUnordered::from_iter([disk.flush(), vault.flush()]);
    let mut faults = Vec::new();
    while let Some(result) = copies.next().await {
        faults.extend(result.err().map(|error| format!("{error:#}")));
    }
    // ANCHOR_END: mistake
    if faults.is_empty() { Ok(()) } else { Err(anyhow!(faults.join("; "))) }
}

#[cfg(test)]
mod check;
