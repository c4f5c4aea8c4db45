// Why it tempts: `chain` makes one stream of two, and drops nothing.
// Why it fails: one after the other: as long as the printer is on, nobody listens at the door.
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
    let calls = ReceiverStream::new(calls).map(Event::Call);
    // ANCHOR: mistake
    let mut events = pin!(orders.chain(calls));
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
