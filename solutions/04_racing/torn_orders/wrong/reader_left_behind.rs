// Why it tempts: a task of its own reads the printer, and `recv` on a channel is cancel-safe.
// Why it fails: nobody ends the task. `Close` ends `work`, and the task stands at the printer and
// takes the next line off it.
// Rejected by: when_it_is_over_nobody_listens_any_more
// Says: somebody still takes lines off the printer

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use tokio::select;
use tokio::sync::mpsc;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    // ANCHOR: mistake
    let (sender, mut orders) = mpsc::channel(1);
    tokio::spawn(async move {
        while let Some(order) = printer.next_order().await {
            if sender.send(order).await.is_err() {
                break;
            }
        }
    });
    // ANCHOR_END: mistake
    let (mut printer_is_on, mut room_is_open) = (true, true);
    while printer_is_on || room_is_open {
        select! {
            order = orders.recv(), if printer_is_on => match order {
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
