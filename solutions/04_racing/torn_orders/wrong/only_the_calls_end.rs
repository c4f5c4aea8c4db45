// Why it tempts: `take_while` ends the stream of calls at `Close`.
// Why it fails: that ends one of the two streams. `merge` goes on until both have ended, and the
// printer has not been told anything.
// Rejected by: close_ends_it_at_once
// Says: the kitchen still waits

mod kitchen;

use futures::stream;
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio_stream::{StreamExt, wrappers::ReceiverStream};

enum Event {
    Order(Order),
    Call(Call),
}

pub async fn work(printer: Printer, calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let orders = stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((Event::Order(order), printer))
    });
    // ANCHOR: mistake
    let calls =
        ReceiverStream::new(calls).take_while(|call| !matches!(call, Call::Close)).map(Event::Call);
    let mut events = pin!(orders.merge(calls));
    // ANCHOR_END: mistake
    while let Some(event) = events.next().await {
        match event {
            Event::Order(order) => kitchen.cook(order),
            Event::Call(Call::Bill(table)) => kitchen.write_bill(table),
            Event::Call(Call::Close) => return,
        }
    }
}

#[cfg(test)]
mod check;
