// `select!` may stay, if it does not own the order that is being read: the future is polled by
// reference, and renewed when it is done.

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use tokio::select;
use tokio::sync::mpsc;

pub async fn work(printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let mut order = Box::pin(next_order(printer));
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        select! {
            (next, printer) = &mut order, if printer_is_on => match next {
                Some(next) => {
                    kitchen.cook(next);
                    order.set(next_order(printer));
                }
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

async fn next_order(mut printer: Printer) -> (Option<Order>, Printer) {
    (printer.next_order().await, printer)
}

#[cfg(test)]
mod check;
