// `select!` only says what came; the work is done after it.

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    while let Some(message) = tokio::select! {
        message = inbox.next() => message,
        () = bell.rings() => None,
    } {
        match message {
            Ok(Message::Order(order)) => desk.pack(order),
            Ok(Message::Refund(order)) => desk.refund(order),
            Err(garbled) => desk.ask_back(garbled),
        }
    }
}

#[cfg(test)]
mod check;
