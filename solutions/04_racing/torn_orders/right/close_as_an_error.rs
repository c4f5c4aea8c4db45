// Two loops that are joined. `Close` is the error that ends the other one: here it is welcome that
// `try_join!` drops it.

mod kitchen;

pub use kitchen::{Call, Kitchen, Order, Printer};
use std::cell::RefCell;
use tokio::sync::mpsc;
use tokio::try_join;

pub async fn work(mut printer: Printer, mut calls: mpsc::Receiver<Call>, kitchen: &mut Kitchen) {
    let kitchen = RefCell::new(kitchen);
    let orders = async {
        while let Some(order) = printer.next_order().await {
            kitchen.borrow_mut().cook(order);
        }
        Ok(())
    };
    let calls = async {
        while let Some(call) = calls.recv().await {
            match call {
                Call::Bill(table) => kitchen.borrow_mut().write_bill(table),
                Call::Close => return Err(()),
            }
        }
        Ok(())
    };
    let _closed = try_join!(calls, orders);
}

#[cfg(test)]
mod check;
