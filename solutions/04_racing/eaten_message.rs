// A branch whose pattern does not match has still taken the value, and `select!` drops it. So one branch
// takes whatever comes, and a `match` in its handler, which the compiler knows to be complete, tells the
// messages apart. `None` is one of the cases: the inbox would be ready with it for ever.

#[path = "../../exercises/04_racing/eaten_message/src/shop.rs"]
mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

/// Deals with every message, until the inbox is closed and empty, or until the bell rings.
pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        tokio::select! {
            message = inbox.next() => match message {
                Some(Ok(Message::Order(order))) => desk.pack(order),
                Some(Ok(Message::Refund(order))) => desk.refund(order),
                Some(Err(garbled)) => desk.ask_back(garbled),
                None => break,
            },
            () = bell.rings() => break,
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/04_racing/eaten_message/src/check.rs"]
mod check;
