// Looks first, so that hopeless transfers are refused without the auditor, and looks again at the
// end.

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    ensure!(bank.books().await.has(to), "{to} has no account");
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    ensure!(books.has(to), "{to} has no account any more");
    books.withdraw(from, amount)?;
    books.deposit(to, amount)?;
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
