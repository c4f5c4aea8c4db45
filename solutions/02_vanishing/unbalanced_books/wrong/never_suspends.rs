// Why it tempts: code that does not suspend cannot be dropped in the middle.
// Why it fails: it keeps the thread while the auditor thinks. Nobody else is served, and no
// timeout fires.
// Rejected by: all_or_nothing_wherever_it_is_dropped
// Says: TOO FEW POINTS

mod bank;

pub use bank::{Bank, Books, Consent};

use anyhow::{Result, ensure};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub async fn transfer(bank: &Bank, from: &str, to: &str, amount: i64) -> Result<()> {
    let mut books = bank.books().await;
    ensure!(books.has(to), "{to} has no account");
    // ANCHOR: mistake
    let mut audit = pin!(bank.audit(from, to, amount));
    let mut cx = Context::from_waker(Waker::noop());
    let consent = loop {
        if let Poll::Ready(consent) = audit.as_mut().poll(&mut cx) {
            break consent?;
        }
    };
    // ANCHOR_END: mistake
    books.withdraw(from, amount)?;
    books.deposit(to, amount)?;
    books.enter(consent);
    Ok(())
}

#[cfg(test)]
mod check;
