// Why it tempts: booking and defusing belong together, so both are done on the last lines.
// Why it fails: they are together after the `.await` that they had to come before. Dropped there, the
// room is released, and people come to it.
// Rejected by: a_meeting_that_all_come_to_has_its_room
// Says: before the room was booked

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
    room.send_invitations().await;
    room.book();
    hold.booked = true;
    // ANCHOR_END: mistake
    Ok(())
}

#[cfg(test)]
mod check;
