mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

/// Moves `amount` from one account to the other, if the auditor agrees.
///
/// All of it happens or nothing: `from` has less, `to` has more, and the journal has an entry.
/// If it returns an error, nothing has happened.
pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    // TODO: all or nothing, whatever fails and wherever this is dropped.
    // As long as we have the books in hand, nobody sees what is half done.
    let mut books = bank.books().await;
    books.withdraw(from, amount)?;
    let consent = bank.audit(from, to, amount).await?;
    books.deposit(to, amount)?;
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
