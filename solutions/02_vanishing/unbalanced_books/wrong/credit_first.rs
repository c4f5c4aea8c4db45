// Why it tempts: nobody loses money if it arrives before it leaves.
// Why it fails: dropped in between, it has arrived and not left. The bank has made 30 out of
// nothing.
// Rejected by: all_or_nothing_wherever_it_is_dropped
// Says: half done: alice has 100, bob has 30

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut books = bank.books().await;
    // ANCHOR: mistake
    books.deposit(to, amount)?;
    let consent = bank.audit(from, to, amount).await?;
    books.withdraw(from, amount)?;
    books.enter(consent);
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
