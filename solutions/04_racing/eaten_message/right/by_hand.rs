// Without a macro: one poll of each, the inbox first.

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    let mut rings = pin!(bell.rings());
    loop {
        let mut next = pin!(inbox.next());
        let message = poll_fn(|cx| match next.as_mut().poll(cx) {
            Poll::Ready(message) => Poll::Ready(message),
            Poll::Pending => rings.as_mut().poll(cx).map(|()| None),
        });
        match message.await {
            Some(Ok(Message::Order(order))) => desk.pack(order),
            Some(Ok(Message::Refund(order))) => desk.refund(order),
            Some(Err(garbled)) => desk.ask_back(garbled),
            None => return,
        }
    }
}

#[cfg(test)]
mod check;
