// First everything that waits or may fail, with the results in locals. Then everything that
// changes the books, in one stretch without an `.await` and without a way out. The last `.await`
// is the one that takes the books in hand, so what is looked up after it is still true when it is
// used.

#[path = "../../exercises/02_vanishing/unbalanced_books/src/bank.rs"]
mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

/// Moves `amount` from one account to the other, if the auditor agrees.
///
/// All of it happens or nothing: `from` has less, `to` has more, and the journal has an entry.
/// If it returns an error, nothing has happened.
pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    ensure!(books.has(to), "{to} has no account");
    books.withdraw(from, amount)?; // The last that may fail, and the first that changes anything.
    books.deposit(to, amount).expect("we have just looked, and have the books in hand");
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
#[path = "../../exercises/02_vanishing/unbalanced_books/src/check.rs"]
mod check;
