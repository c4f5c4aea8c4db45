// Why it tempts: a free lock suspends only when the budget is used up, and here there is no budget.
// Why it fails: the lock need not be free. Whoever has stood in line meanwhile gets it first, and
// sees the money moved and no entry.
// Rejected by: nobody_ever_sees_half_a_transfer
// Says: the next in line takes them

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};
use tokio::task::coop::unconstrained;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let consent = bank.audit(from, to, amount).await?;
    // ANCHOR: mistake
    unconstrained(async {
        {
            let mut books = bank.books().await;
            ensure!(books.has(to), "{to} has no account");
            books.withdraw(from, amount)?;
            books.deposit(to, amount)?;
        }
        bank.books().await.enter(consent);
        Ok(())
    })
    .await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
