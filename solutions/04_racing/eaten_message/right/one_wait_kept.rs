// One wait for a message, made outside and lent to each `select!`. It is made anew when it is done.

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};
use std::pin::pin;

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    let mut next = pin!(inbox.next());
    let mut rings = pin!(bell.rings());
    loop {
        tokio::select! {
            message = &mut next => {
                match message {
                    Some(Ok(Message::Order(order))) => desk.pack(order),
                    Some(Ok(Message::Refund(order))) => desk.refund(order),
                    Some(Err(garbled)) => desk.ask_back(garbled),
                    None => return,
                }
                next.set(inbox.next());
            }
            () = &mut rings => return,
        }
    }
}

#[cfg(test)]
mod check;
