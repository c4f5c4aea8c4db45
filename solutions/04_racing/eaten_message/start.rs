mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

/// Deals with every message, until the inbox is closed and empty, or until the bell rings.
pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // TODO: a message that is taken out of the inbox is dealt with, whatever it is.
        tokio::select! {
            Some(Ok(Message::Order(order))) = inbox.next() => desk.pack(order),
            Some(Ok(Message::Refund(order))) = inbox.next() => desk.refund(order),
            Some(Err(garbled)) = inbox.next() => desk.ask_back(garbled),
            () = bell.rings() => break,
            else => break,
        }
    }
}

#[cfg(test)]
mod check;
