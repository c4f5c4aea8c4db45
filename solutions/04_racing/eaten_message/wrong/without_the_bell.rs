// Why it tempts: the `select!` was the trouble, so take it out: `while let` takes every message.
// Why it fails: nobody listens to the bell while the clerk waits for a message.
// Rejected by: the_bell_ends_the_work
// Says: was still there

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, _bell: &Bell) {
    // ANCHOR: mistake
    while let Some(message) = inbox.next().await {
        match message {
            Ok(Message::Order(order)) => desk.pack(order),
            Ok(Message::Refund(order)) => desk.refund(order),
            Err(garbled) => desk.ask_back(garbled),
        }
    }
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
