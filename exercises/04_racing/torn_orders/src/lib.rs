mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use tokio::select;
use tokio::sync::mpsc;

/// Cooks every order and writes every bill, each as soon as it is asked for.
///
/// Ends at once when it hears `Call::Close`, and otherwise when printer and dining room have both
/// ended.
pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        // TODO: no call may tear an order apart that is being printed. `Printer` cannot be changed.
        select! {
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
    }
}

#[cfg(test)]
mod check;
