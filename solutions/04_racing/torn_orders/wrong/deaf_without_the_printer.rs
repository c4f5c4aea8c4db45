// Why it tempts: when the printer is off, nobody has to be raced any more, and what is left to do is
// to write bills.
// Why it fails: a pattern for bills refuses `Close`, and the loop goes on to wait for the next call.
// Rejected by: close_ends_it_at_once
// Says: Who hears a call

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
    let mut room_is_open = true;
    loop {
        select! {
            order = orders.next() => match order {
                Some(order) => kitchen.cook(order),
                None => break,
            },
            call = calls.recv(), if room_is_open => match call {
                Some(Call::Bill(table)) => kitchen.write_bill(table),
                Some(Call::Close) => return,
                None => room_is_open = false,
            },
        }
    }
    // ANCHOR: mistake
    while let Some(call) = calls.recv().await {
        if let Call::Bill(table) = call {
            kitchen.write_bill(table);
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
