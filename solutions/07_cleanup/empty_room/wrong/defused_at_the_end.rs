// Why it tempts: the work is done on the last line, so that is where there is nothing to undo any
// more.
// Why it fails: the room is booked before that. Dropped while the invitations are sent, the guard
// gives away a room that people are invited to.
// Rejected by: what_is_booked_stays_booked_wherever_it_is_dropped
// Says: then the room was given away

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a> {
    room: &'a Room,
    booked: bool,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        if !self.booked {
            self.room.release();
        }
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let mut hold = Hold { room, booked: false };
    for person in people {
        person.ask(room).await?;
    }
    // ANCHOR: mistake
    room.book();
    room.send_invitations().await;
    hold.booked = true;
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
