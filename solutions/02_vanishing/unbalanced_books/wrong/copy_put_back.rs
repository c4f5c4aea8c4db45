// Why it tempts: all changes are made in a copy, which then takes the place of the books: a
// single step.
// Why it fails: the copy is as old as the first line. What others have written since then is
// written over.
// Rejected by: two_transfers_at_once_both_count
// Says: One of the two has written over

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    // ANCHOR: mistake
    let mut copy = bank.books().await.clone();
    copy.withdraw(from, amount)?;
    copy.deposit(to, amount)?;
    copy.enter(bank.audit(from, to, amount).await?);
    *bank.books().await = copy;
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
