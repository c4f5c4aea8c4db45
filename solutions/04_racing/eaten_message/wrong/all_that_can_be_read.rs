// Why it tempts: one branch for the inbox, and no hole among the things that people write; what
// cannot be read is noise.
// Why it fails: the garbled message is taken, does not match, and is dropped. And the branch is off
// until this `select!` is over, so the clerk waits for the bell.
// Rejected by: each_message_is_dealt_with_when_it_comes
// Says: Which branches of the `select!` were still being polled

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            Some(Ok(message)) = inbox.next() => match message {
                Message::Order(order) => desk.pack(order),
                Message::Refund(order) => desk.refund(order),
            },
            () = bell.rings() => break,
            else => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
