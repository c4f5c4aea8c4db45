// Why it tempts: `zip` waits for both sides and drops nothing that one of them has read.
// Why it fails: it waits for *both*: an order is not cooked before somebody wants to pay, and what
// is left over when the other side ends is never given out.
// Rejected by: every_order_is_cooked_and_every_bill_written
// Says: tables 1, 2, 4 and 6 wanted to pay

mod kitchen;

use futures::stream::{self, StreamExt};
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

pub async fn work(printer: Printer, calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let orders = stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((order, printer))
    });
    // ANCHOR: mistake
    let mut pairs = pin!(orders.zip(ReceiverStream::new(calls)));
    while let Some((order, call)) = pairs.next().await {
        kitchen.cook(order);
        match call {
            Call::Bill(table) => kitchen.write_bill(table),
            Call::Close => return,
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
