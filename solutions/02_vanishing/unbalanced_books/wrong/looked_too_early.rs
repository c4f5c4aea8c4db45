// Why it tempts: everything is checked before the auditor is asked, and all changes stand
// together.
// Why it fails: the books were given back in between. What was true then need not be true now:
// the account was closed while the auditor was thinking.
// Rejected by: nobody_pays_to_an_account_that_has_been_closed_meanwhile
// Says: What did `transfer` know about the account, and from when

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    // ANCHOR: mistake
    ensure!(bank.books().await.has(to), "{to} has no account");
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
