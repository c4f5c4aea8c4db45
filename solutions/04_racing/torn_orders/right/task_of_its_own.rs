// A task reads the printer, and ends with the `JoinSet` that it is in.

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use tokio::select;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let (sender, mut orders) = mpsc::channel(1);
    let mut reader = JoinSet::new();
    reader.spawn(async move {
        while let Some(order) = printer.next_order().await {
            if sender.send(order).await.is_err() {
                break;
            }
        }
    });
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
