// Why it tempts: a guard puts the money back when the future is dropped, so no lock need be held
// meanwhile.
// Why it fails: the money is missing as long as the auditor thinks, for all to see. And a
// destructor cannot wait for the books: if somebody has them in hand, it cannot put anything
// back.
// Rejected by: nobody_ever_sees_half_a_transfer
// Says: is still waiting, nobody has the books in hand

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};
use futures::FutureExt;

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    ensure!(bank.books().await.has(to), "{to} has no account");
    // ANCHOR: mistake
    bank.books().await.withdraw(from, amount)?;
    let mut taken = Taken { bank, from, amount };
    let consent = bank.audit(from, to, amount).await?;
    let mut books = bank.books().await;
    taken.amount = 0;
    books.deposit(to, amount)?;
    books.enter(consent);
    // ANCHOR_END: mistake
    Ok(())
}

struct Taken<'a> {
    bank: &'a Bank,
    from: &'a str,
    amount: i64,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        if let Some(mut books) = self.bank.books().now_or_never() {
            let _ = books.deposit(self.from, self.amount);
        }
    }
}

#[cfg(test)]
mod check;
