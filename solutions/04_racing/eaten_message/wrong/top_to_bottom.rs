// Why it tempts: the polling begins at random, so an order may meet the branch for refunds first;
// `biased;` puts an end to that.
// Why it fails: the first branch is asked first, and takes whatever comes first. If that is a
// refund, it is gone, and the branch for refunds gets the message behind it.
// Rejected by: every_message_is_dealt_with_whatever_it_is
// Says: Who has taken the message out of the inbox

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            biased;
            Some(Ok(Message::Order(order))) = inbox.next() => desk.pack(order),
            Some(Ok(Message::Refund(order))) = inbox.next() => desk.refund(order),
            // ANCHOR_END: mistake
            Some(Err(garbled)) = inbox.next() => desk.ask_back(garbled),
            () = bell.rings() => break,
            else => break,
        }
    }
}

#[cfg(test)]
mod check;
