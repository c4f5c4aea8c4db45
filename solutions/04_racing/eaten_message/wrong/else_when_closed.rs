// Why it tempts: everything that comes matches `Some`, and for the end there is `else`.
// Why it fails: `else` runs when all branches are off. The one for the bell is not, so the clerk of
// a closed inbox waits for the bell.
// Rejected by: work_ends_when_the_inbox_is_closed_and_empty
// Says: `else` is for when all branches are off

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            Some(message) = inbox.next() => match message {
                Ok(Message::Order(order)) => desk.pack(order),
                Ok(Message::Refund(order)) => desk.refund(order),
                Err(garbled) => desk.ask_back(garbled),
            },
            () = bell.rings() => break,
            else => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
