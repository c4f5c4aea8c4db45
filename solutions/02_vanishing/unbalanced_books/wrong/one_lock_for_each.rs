// Why it tempts: a lock that is held across an `.await` keeps everybody waiting, so each change
// takes it anew.
// Why it fails: between the two the money is nowhere, and anybody may look, or drop the future.
// Rejected by: nobody_ever_sees_half_a_transfer
// Says: is still waiting, nobody has the books in hand

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    ensure!(bank.books().await.has(to), "{to} has no account");
    // ANCHOR: mistake
    bank.books().await.withdraw(from, amount)?;
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    // ANCHOR_END: mistake
    books.deposit(to, amount)?;
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
