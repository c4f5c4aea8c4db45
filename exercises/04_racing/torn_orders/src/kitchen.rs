//! The kitchen, and the printer on its wall. Given: nothing to change here.

use probe::Trace;
use tokio::sync::mpsc;

/// What a table wants to eat.
pub struct Order {
    pub table: String,
    pub dish: String,
}

/// What the dining room calls through the door.
pub enum Call {
    /// This table wants to pay.
    Bill(String),
    /// The kitchen closes now, whatever is still in the printer.
    Close,
}

/// Prints orders, two lines each: the table, and then the dish.
pub struct Printer {
    lines: mpsc::Receiver<String>,
}

impl Printer {
    pub fn new(lines: mpsc::Receiver<String>) -> Printer {
        Printer { lines }
    }

    // ANCHOR: next_order
    /// The next order, or `None` when the printer has been switched off.
    ///
    /// **Not cancel-safe:** a line that it has taken off the printer is in its future.
    pub async fn next_order(&mut self) -> Option<Order> {
        let table = self.lines.recv().await?;
        let dish = self.lines.recv().await?;
        Some(Order { table, dish })
    }
    // ANCHOR_END: next_order
}

#[derive(Default)]
pub struct Kitchen {
    log: Trace,
}

impl Kitchen {
    pub fn cook(&mut self, order: Order) {
        self.log.note(format!("{} cooked for {}", order.dish, order.table));
    }

    pub fn write_bill(&mut self, table: String) {
        self.log.note(format!("bill written for {table}"));
    }

    /// Everything done so far, in order.
    pub fn log(&self) -> Vec<String> {
        self.log.events()
    }
}
