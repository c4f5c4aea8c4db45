// Each source becomes a stream, and the two streams become one. The half-read order is in a future
// that belongs to the stream of orders; a call that comes first leaves that stream alone, and
// nothing is dropped. The race is gone: there is one thing to wait for, and it is always the same
// one.

#[path = "../../exercises/04_racing/torn_orders/src/kitchen.rs"]
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

/// Cooks every order and writes every bill, each as soon as it is asked for.
///
/// Ends at once when it hears `Call::Close`, and otherwise when printer and dining room have both
/// ended.
pub async fn work(printer: Printer, calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let orders = stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((Event::Order(order), printer))
    });
    let calls = ReceiverStream::new(calls).map(Event::Call);
    let mut events = pin!(orders.merge(calls));
    while let Some(event) = events.next().await {
        match event {
            Event::Order(order) => kitchen.cook(order),
            Event::Call(Call::Bill(table)) => kitchen.write_bill(table),
            Event::Call(Call::Close) => return,
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/04_racing/torn_orders/src/check.rs"]
mod check;
