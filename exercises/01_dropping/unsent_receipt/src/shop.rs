//! The shop. Given: nothing to change here.

use probe::Trace;
use tokio::task::yield_now;

pub struct Order {
    pub number: u32,
    /// In cents.
    pub amount: u32,
}

/// A till, an auditor and an outbox, which all write into one book.
#[derive(Clone, Default)]
pub struct Shop {
    book: Trace,
}

impl Shop {
    // ANCHOR: steps
    /// Takes the money. The bank needs two turns.
    pub async fn take_payment(&self, order: &Order) {
        yield_now().await;
        yield_now().await;
        self.book.note(format!("order {}: paid", order.number));
    }

    /// Has the auditor look at the order.
    pub async fn audit(&self, order: &Order) {
        yield_now().await;
        self.book.note(format!("order {}: audited", order.number));
    }

    /// Waits for a free line of the outbox and sends the receipt.
    pub async fn send_receipt(&self, order: &Order) {
        yield_now().await;
        self.book.note(format!("order {}: receipt sent", order.number));
    }
    // ANCHOR_END: steps

    /// Everything done so far, in order.
    pub fn book(&self) -> Vec<String> {
        self.book.events()
    }
}
