// The same with the `futures` crate: `stream::select` takes turns as `merge` does.

mod kitchen;

use futures::stream::{self, StreamExt};
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::sync::mpsc;

enum Event {
    Order(Order),
    Call(Call),
}

pub async fn work(printer: Printer, calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let orders = stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((Event::Order(order), printer))
    });
    let calls = stream::unfold(calls, |mut calls| async {
        let call = calls.recv().await?;
        Some((Event::Call(call), calls))
    });
    let mut events = pin!(stream::select(orders, calls));
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
