// Why it tempts: messages got lost when many came at once, so the clerk rests for a moment after
// each.
// Why it fails: nothing is lost, and a handler that waits is a handler in which nobody listens: not
// to the bell, and not to the inbox.
// Rejected by: every_message_is_dealt_with_whatever_it_is
// Says: who listens to the bell meanwhile

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

use std::time::Duration;

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            message = inbox.next() => {
                match message {
                    Some(Ok(Message::Order(order))) => desk.pack(order),
                    Some(Ok(Message::Refund(order))) => desk.refund(order),
                    Some(Err(garbled)) => desk.ask_back(garbled),
                    None => break,
                }
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            () = bell.rings() => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
