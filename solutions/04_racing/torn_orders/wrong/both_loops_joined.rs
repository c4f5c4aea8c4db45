// Why it tempts: two loops, and neither of them can drop what the other one reads.
// Why it fails: `join!` waits for both. `Close` ends the loop at the door, and the other one waits
// for the printer.
// Rejected by: close_ends_it_at_once
// Says: the kitchen still waits

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use std::cell::RefCell;
use tokio::join;
use tokio::sync::mpsc;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let kitchen = RefCell::new(kitchen);
    let orders = async {
        while let Some(order) = printer.next_order().await {
            kitchen.borrow_mut().cook(order);
        }
    };
    let calls = async {
        while let Some(call) = calls.recv().await {
            match call {
                Call::Bill(table) => kitchen.borrow_mut().write_bill(table),
                Call::Close => break,
            }
        }
    };
    // ANCHOR: mistake
    join!(orders, calls);
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
