//! The back room of the shop. Given: nothing to change here.

use probe::{Gate, Trace};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

// ANCHOR: given
/// What the shop sends to the back room. The numbers are those of orders.
pub enum Message {
    Order(u32),
    Refund(u32),
}

/// A message that cannot be read.
pub struct Garbled;

impl Inbox {
    /// Waits for the next message and takes it out; `None` if there will be no more. Cancel-safe: if
    /// this is dropped while it waits, nothing was taken.
    pub async fn next(&self) -> Option<Result<Message, Garbled>> {
        let message = poll_fn(|cx| self.messages.borrow_mut().poll_recv(cx)).await;
        self.taken.set(self.taken.get() + usize::from(message.is_some()));
        message
    }
}

impl Bell {
    /// Waits until the bell rings for closing time.
    pub async fn rings(&self) {
        self.rung.pass().await;
    }
}

impl Desk {
    pub fn pack(&self, order: u32) {
        self.log.note(format!("order {order} packed"));
    }

    pub fn refund(&self, order: u32) {
        self.log.note(format!("order {order} refunded"));
    }

    /// Somebody will ask the shop what it was.
    pub fn ask_back(&self, _: Garbled) {
        self.log.note("asked back");
    }
}
// ANCHOR_END: given

/// The messages that wait.
pub struct Inbox {
    messages: RefCell<UnboundedReceiver<Result<Message, Garbled>>>,
    taken: Cell<usize>,
}

/// Where the work is done. It keeps a log.
#[derive(Default)]
pub struct Desk {
    pub log: Trace,
}

#[derive(Clone, Default)]
pub struct Bell {
    rung: Gate,
}

impl Inbox {
    /// An inbox, and the slot through which messages come in. It is closed when the slot is dropped.
    pub fn new() -> (UnboundedSender<Result<Message, Garbled>>, Inbox) {
        let (slot, messages) = unbounded_channel();
        (slot, Inbox { messages: RefCell::new(messages), taken: Cell::new(0) })
    }

    /// How many messages were taken out.
    pub fn taken(&self) -> usize {
        self.taken.get()
    }
}

impl Bell {
    pub fn ring(&self) {
        self.rung.open();
    }
}
