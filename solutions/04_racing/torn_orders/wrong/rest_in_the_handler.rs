// Why it tempts: a call came first, so its handler is the place to wait for the rest of the order,
// which was lent and is still there.
// Why it fails: a handler is not raced. While it waits for the second line, nobody listens at the
// door, and the second line may never come.
// Rejected by: close_ends_it_at_once
// Says: What was `work` waiting for when `Close` was called

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use std::pin::pin;
use tokio::select;
use tokio::sync::mpsc;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        // ANCHOR: mistake
        let mut next = pin!(printer.next_order());
        let order = select! {
            order = &mut next, if printer_is_on => order,
            call = calls.recv(), if room_is_open => {
                match call {
                    Some(Call::Bill(table)) => kitchen.write_bill(table),
                    Some(Call::Close) => return,
                    None => room_is_open = false,
                }
                next.await
            }
        };
        // ANCHOR_END: mistake
        match order {
            Some(order) => kitchen.cook(order),
            None => printer_is_on = false,
        }
    }
}

#[cfg(test)]
mod check;
