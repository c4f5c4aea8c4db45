// Why it tempts: take everything out first, into a pile that no pattern can spoil; then deal with
// it.
// Why it fails: the pile is a local. When the bell rings or `work` is dropped, it goes with it.
// Rejected by: wherever_work_is_dropped_nothing_is_lost
// Says: got to the desk

mod shop;

pub use shop::{Bell, Desk, Garbled, Inbox, Message};

pub async fn work(inbox: &Inbox, desk: &Desk, bell: &Bell) {
    loop {
        // ANCHOR: mistake
        let mut pile = Vec::new();
        let open = tokio::select! {
            open = async {
                while let Some(message) = inbox.next().await {
                    pile.push(message);
                    if pile.len() == 10 {
                        return true;
                    }
                }
                false
            } => open,
            () = bell.rings() => return,
        };
        // ANCHOR_END: mistake
        for message in pile {
            match message {
                Ok(Message::Order(order)) => desk.pack(order),
                Ok(Message::Refund(order)) => desk.refund(order),
                Err(garbled) => desk.ask_back(garbled),
            }
        }
        if !open {
            return;
        }
    }
}

#[cfg(test)]
mod check;
