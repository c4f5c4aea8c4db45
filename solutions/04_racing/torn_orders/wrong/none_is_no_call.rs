// Why it tempts: the stream keeps the half-read order, and when the dining room says `None` there is
// nothing to do.
// Why it fails: a closed channel is ready with `None` for ever. The loop goes round at full speed
// until the printer is switched off.
// Rejected by: it_ends_when_both_have_ended_and_not_before
// Says: goes round and round

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use futures::stream;
use std::pin::pin;
use tokio::select;
use tokio::sync::mpsc;
use tokio_stream::StreamExt;

pub async fn work(printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let mut orders = pin!(stream::unfold(printer, |mut printer| async {
        let order = printer.next_order().await?;
        Some((order, printer))
    }));
    let mut printer_is_on = true;
    loop {
        // ANCHOR: mistake
        select! {
            order = orders.next(), if printer_is_on => match order {
                Some(order) => kitchen.cook(order),
                None => printer_is_on = false,
            },
            call = calls.recv() => match call {
                Some(Call::Bill(table)) => kitchen.write_bill(table),
                Some(Call::Close) => return,
                None if printer_is_on => {}
                None => return,
            },
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
