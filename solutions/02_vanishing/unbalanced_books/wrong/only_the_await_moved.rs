// Why it tempts: all waiting is done first, and then there is no `.await` between the changes.
// Why it fails: an `.await` is not the only way out of the middle; each `?` is one too. The
// account that is to be paid does not exist, and the money has left the other one already.
// Rejected by: an_error_means_that_nothing_has_happened
// Says: What can still fail after the first line that changes the books

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    // ANCHOR: mistake
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    books.withdraw(from, amount)?;
    books.deposit(to, amount)?;
    books.enter(consent);
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
