// One stream in which the door is always asked first; it ends itself at `Close`.

mod kitchen;

use futures::stream::{self, PollNext, StreamExt};
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::future::ready;
use std::pin::pin;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

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
    let events = stream::select_with_strategy(calls, orders, |(): &mut ()| PollNext::Left)
        .take_while(|event| ready(!matches!(event, Event::Call(Call::Close))));
    let mut events = pin!(events);
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
