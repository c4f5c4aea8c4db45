// Why it tempts: a stream keeps its half-read order to itself, and `next` on it is cancel-safe.
// Why it fails: the stream that keeps it is made anew in every turn, and dropped at its end.
// Rejected by: a_call_between_two_lines_tears_no_order_apart
// Says: Who held the line that was printed just before the call

mod kitchen;

use futures::stream;
pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::select;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        // ANCHOR: mistake
        let mut orders = pin!(stream::unfold(&mut printer, |printer| async {
            let order = printer.next_order().await?;
            Some((order, printer))
        }));
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
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
