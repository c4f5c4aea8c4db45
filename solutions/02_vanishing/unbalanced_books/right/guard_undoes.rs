// A guard that has the books in hand and puts the money back unless it is told that all went
// well.

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;
use tokio::sync::MutexGuard;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut change = Change { books: bank.books().await, before: None };
    change.before = Some(change.books.clone());
    change.books.withdraw(from, amount)?;
    let consent = bank.audit(from, to, amount).await?;
    change.books.deposit(to, amount)?;
    change.books.enter(consent);
    change.before = None;
    Ok(())
}

struct Change<'a> {
    books: MutexGuard<'a, Books>,
    before: Option<Books>,
}

impl Drop for Change<'_> {
    fn drop(&mut self) {
        if let Some(before) = self.before.take() {
            *self.books = before;
        }
    }
}

#[cfg(test)]
mod check;
