// Why it tempts: the lock is held for a short time, and between the two blocks nothing happens.
// Why it fails: taking the books in hand is an `.await`. When somebody else has them, it waits,
// with the money moved and no entry.
// Rejected by: all_or_nothing_wherever_it_is_dropped
// Says: half done: alice has 70, bob has 30, the journal says []

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let consent = bank.audit(from, to, amount).await?;
    // ANCHOR: mistake
    {
        let mut books = bank.books().await;
        ensure!(books.has(to), "{to} has no account");
        books.withdraw(from, amount)?;
        books.deposit(to, amount)?;
    }
    bank.books().await.enter(consent);
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
