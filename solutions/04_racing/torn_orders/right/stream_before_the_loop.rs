// The stream is made once and keeps the half-read order, so a `select!` may drop its `next` as
// often as it likes.

mod kitchen;

use futures::stream;
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::select;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;

pub async fn work(printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let mut orders = pin!(stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((order, printer))
    }));
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        select! {
            order = orders.next(), if printer_is_on => match order {
                Some(order) => kitchen.cook(order),
                None => printer_is_on = false,
            },
            call = calls.recv(), if room_is_open => match call {
                Some(Call::Bill(table)) => kitchen.write_bill(table),
                Some(Call::Close) => return,
                None => room_is_open = false,
            },
        }
    }
}

#[cfg(test)]
mod check;
