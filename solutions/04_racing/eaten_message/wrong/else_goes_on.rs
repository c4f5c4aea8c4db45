// Why it tempts: a message that no branch wants ends in `else`, and `continue` asks for the next
// one.
// Why it fails: `else` does not get the message, and it does not run as long as the bell may still
// ring. What a branch does not want is gone.
// Rejected by: every_order_is_packed_once
// Says: Who has taken the message out of the inbox

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            Some(Ok(Message::Order(order))) = inbox.next() => desk.pack(order),
            Some(Ok(Message::Refund(order))) = inbox.next() => desk.refund(order),
            Some(Err(garbled)) = inbox.next() => desk.ask_back(garbled),
            None = inbox.next() => break,
            () = bell.rings() => break,
            else => continue,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
