// Why it tempts: whatever fails, the money goes back.
// Why it fails: a cancellation is no error. No arm of a `match` runs when the future is dropped.
// Rejected by: all_or_nothing_wherever_it_is_dropped
// Says: half done: alice has 70, bob has 0

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut books = bank.books().await;
    ensure!(books.has(to), "{to} has no account");
    books.withdraw(from, amount)?;
    // ANCHOR: mistake
    let consent = match bank.audit(from, to, amount).await {
        Ok(consent) => consent,
        Err(refusal) => {
            books.deposit(from, amount)?;
            return Err(refusal);
        }
    };
    // ANCHOR_END: mistake
    books.deposit(to, amount)?;
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
