//! The shop. Given: nothing to change here.

use probe::Trace;
use std::thread::{self, ThreadId};
use tokio::task::yield_now;

pub struct Order {
    pub number: u32,
    /// In cents.
    pub amount: u32,
}

/// A till, an auditor and an outbox, which all write into one book.
#[derive(Clone)]
pub struct Shop {
    book: Trace,
    thread: ThreadId,
}

impl Shop {
    pub fn open() -> Shop {
        Shop { book: Trace::new(), thread: thread::current().id() }
    }

    // ANCHOR: steps
    /// Takes the money. The bank needs three turns.
    pub async fn take_payment(&self, order: &Order) {
        yield_now().await;
        yield_now().await;
        yield_now().await;
        self.write(order, "paid");
    }

    /// Has the auditor look at the order. She needs two turns.
    pub async fn audit(&self, order: &Order) {
        yield_now().await;
        yield_now().await;
        self.write(order, "audited");
    }

    /// Waits for a free line of the outbox and sends the receipt.
    pub async fn send_receipt(&self, order: &Order) {
        yield_now().await;
        self.write(order, "receipt sent");
    }
    // ANCHOR_END: steps

    /// Everything done so far, in order.
    pub fn book(&self) -> Vec<String> {
        self.book.events()
    }

    fn write(&self, order: &Order, what: &str) {
        let elsewhere = thread::current().id() != self.thread;
        let by = if elsewhere { " by another thread" } else { "" };
        self.book.note(format!("order {}: {what}{by}", order.number));
    }
}
