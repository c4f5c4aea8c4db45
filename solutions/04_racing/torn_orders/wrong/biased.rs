// Why it tempts: `biased;` gives the printer the first word in each turn.
// Why it fails: while the printer waits for the second line, its first word is "not yet". Then the
// call is ready, and the half-read order is dropped.
// Rejected by: a_call_between_two_lines_tears_no_order_apart
// Says: Who held the line that was printed just before the call

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use tokio::select;
use tokio::sync::mpsc;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        // ANCHOR: mistake
        select! {
            biased;
            order = printer.next_order(), if printer_is_on => match order {
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
