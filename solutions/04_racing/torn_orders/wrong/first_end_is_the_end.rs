// Why it tempts: two loops, raced once: `Close` ends one of them, and with it the race.
// Why it fails: a dining room that goes home ends it too, and so does a printer that is switched
// off. Then the other side is dropped with all that it has still to say.
// Rejected by: it_ends_when_both_have_ended_and_not_before
// Says: cooked were

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use std::cell::RefCell;
use tokio::select;
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
    select! {
        () = orders => {}
        () = calls => {}
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
