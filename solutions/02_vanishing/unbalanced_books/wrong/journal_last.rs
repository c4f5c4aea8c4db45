// Why it tempts: the money itself moves in one stretch; the auditor may as well look at what was
// done.
// Why it fails: the journal belongs to it. Dropped while the auditor thinks, the money has moved
// and no entry says so; and when she refuses, it is too late.
// Rejected by: all_or_nothing_wherever_it_is_dropped
// Says: half done: alice has 70, bob has 30

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut books = bank.books().await;
    ensure!(books.has(to), "{to} has no account");
    // ANCHOR: mistake
    books.withdraw(from, amount)?;
    books.deposit(to, amount)?;
    let consent = bank.audit(from, to, amount).await?;
    books.enter(consent);
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
