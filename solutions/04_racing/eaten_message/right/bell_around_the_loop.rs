// The bell races the whole day and not each message. This is right because `work` waits in one
// place only, and a wait for a message that is dropped has taken nothing.

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    let day = async {
        while let Some(message) = inbox.next().await {
            match message {
                Ok(Message::Order(order)) => desk.pack(order),
                Ok(Message::Refund(order)) => desk.refund(order),
                Err(garbled) => desk.ask_back(garbled),
            }
        }
    };
    tokio::select! {
        () = day => {}
        () = bell.rings() => {}
    }
}

#[cfg(test)]
mod check;
