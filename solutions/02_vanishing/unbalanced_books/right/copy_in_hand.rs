// All changes are made in a copy, and nobody can change the books meanwhile. The last line is the
// commit.

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut books = bank.books().await;
    let mut copy = books.clone();
    copy.withdraw(from, amount)?;
    copy.deposit(to, amount)?;
    copy.enter(bank.audit(from, to, amount).await?);
    *books = copy;
    Ok(())
}

#[cfg(test)]
mod check;
