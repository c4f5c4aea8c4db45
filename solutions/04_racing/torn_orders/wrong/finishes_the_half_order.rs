// Why it tempts: nothing may be lost, so the order that is half printed is waited for.
// Why it fails: nobody has promised that the second line will come. The kitchen was to close at
// once, and stays open for it.
// Rejected by: close_ends_it_at_once
// Says: although all the rest came later

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
                // ANCHOR: mistake
                Some(Call::Close) => {
                    if let (Some(last), _) = order.await {
                        kitchen.cook(last);
                    }
                    return;
                }
                // ANCHOR_END: mistake
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
