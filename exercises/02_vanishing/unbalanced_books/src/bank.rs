//! The bank. Given: nothing to change here.

use anyhow::{Result, bail, ensure};
use std::collections::BTreeMap;
use tokio::sync::{Mutex, MutexGuard};
use tokio::task::yield_now;

pub struct Bank {
    books: Mutex<Books>,
    auditor_agrees: bool,
}

// ANCHOR: books
/// What everybody has, and how that came about.
#[derive(Clone, Default)]
pub struct Books {
    balances: BTreeMap<String, i64>,
    journal: Vec<String>,
}

/// The auditor's consent to one transfer, to be entered into the journal with it.
#[must_use = "a transfer without an entry in the journal did not happen"]
pub struct Consent {
    entry: String,
}

impl Books {
    pub fn has(&self, name: &str) -> bool {
        self.balances.contains_key(name)
    }

    /// Fails if there is no such account, or not so much money on it.
    pub fn withdraw(&mut self, name: &str, amount: i64) -> Result<()> {
        let Some(balance) = self.balances.get_mut(name) else { bail!("{name} has no account") };
        ensure!(*balance >= amount, "{name} has {balance} and not {amount}");
        *balance -= amount;
        Ok(())
    }

    /// Fails if there is no such account.
    pub fn deposit(&mut self, name: &str, amount: i64) -> Result<()> {
        let Some(balance) = self.balances.get_mut(name) else { bail!("{name} has no account") };
        *balance += amount;
        Ok(())
    }

    pub fn enter(&mut self, consent: Consent) {
        self.journal.push(consent.entry);
    }
}

impl Bank {
    /// Waits until nobody else has the books in hand.
    pub async fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().await
    }

    /// Asks the auditor, who needs two turns and may refuse. She does not look into the books.
    pub async fn audit(&self, from: &str, to: &str, amount: i64) -> Result<Consent> {
        for _ in 0..2 {
            yield_now().await;
        }
        ensure!(self.auditor_agrees, "the auditor refuses");
        Ok(Consent { entry: format!("{amount} from {from} to {to}") })
    }
}
// ANCHOR_END: books

/// What the check needs.
#[cfg(test)]
impl Bank {
    pub(crate) fn open(accounts: &[(&str, i64)]) -> Bank {
        let balances = accounts.iter().map(|(name, balance)| (name.to_string(), *balance));
        let books = Books { balances: balances.collect(), journal: Vec::new() };
        Bank { books: Mutex::new(books), auditor_agrees: true }
    }

    pub(crate) fn with_a_strict_auditor(self) -> Bank {
        Bank { auditor_agrees: false, ..self }
    }

    /// The books, if nobody has them in hand.
    pub(crate) fn glance(&self) -> Option<MutexGuard<'_, Books>> {
        self.books.try_lock().ok()
    }
}

#[cfg(test)]
impl Books {
    pub(crate) fn balance(&self, name: &str) -> i64 {
        self.balances.get(name).copied().unwrap_or_default()
    }

    pub(crate) fn total(&self) -> i64 {
        self.balances.values().sum()
    }

    pub(crate) fn journal(&self) -> &[String] {
        &self.journal
    }

    /// Closes an account that is empty; says whether it did.
    pub(crate) fn close(&mut self, name: &str) -> bool {
        let is_empty = self.balance(name) == 0;
        if is_empty {
            self.balances.remove(name);
        }
        is_empty
    }
}
