// Why it tempts: whatever a destructor has no time for, a task can do.
// Why it fails: `release` needs no time. A task does it later, or, if the runtime is being shut
// down, never.
// Rejected by: what_is_not_booked_is_free_wherever_it_is_dropped
// Says: the room is still held

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold {
    room: Room,
    booked: bool,
}

impl Drop for Hold {
    // ANCHOR: mistake
    fn drop(&mut self) {
        if !self.booked {
            let room = self.room.clone();
            tokio::spawn(async move { room.release() });
        }
    }
    // ANCHOR_END: mistake
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let mut hold = Hold { room: room.clone(), booked: false };
    for person in people {
        person.ask(room).await?;
    }
    room.book();
    hold.booked = true;
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
