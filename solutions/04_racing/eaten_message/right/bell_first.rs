// `biased;` is no fault here: with the bell on top, no message keeps the clerk from going home.

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        let message = tokio::select! {
            biased;
            () = bell.rings() => return,
            message = inbox.next() => message,
        };
        let Some(message) = message else { return };
        match message {
            Ok(Message::Order(order)) => desk.pack(order),
            Ok(Message::Refund(order)) => desk.refund(order),
            Err(garbled) => desk.ask_back(garbled),
        }
    }
}

#[cfg(test)]
mod check;
