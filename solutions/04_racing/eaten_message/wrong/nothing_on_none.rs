// Why it tempts: the pattern takes everything now, and on `None` there is nothing to do.
// Why it fails: a closed inbox is ready with `None` for ever. The loop asks it without a pause and
// fills a processor.
// Rejected by: work_ends_when_the_inbox_is_closed_and_empty
// Says: How long is a closed inbox ready

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        tokio::select! {
            message = inbox.next() => if let Some(message) = message {
                match message {
                    Ok(Message::Order(order)) => desk.pack(order),
                    Ok(Message::Refund(order)) => desk.refund(order),
                    Err(garbled) => desk.ask_back(garbled),
                }
            },
            () = bell.rings() => break,
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
