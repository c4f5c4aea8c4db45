// What fails in the middle is undone in the same stretch of code. No `.await` stands between the
// two, so nobody sees it and nothing can be dropped there.

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::Result;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    books.withdraw(from, amount)?;
    if let Err(error) = books.deposit(to, amount) {
        books.deposit(from, amount).expect("it was there a line ago");
        return Err(error);
    }
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
