// Why it tempts: "make the guard first, then nothing can come between."
// Why it fails: nothing can come between the end of an `.await` and the next line. What can come is
// a drop while others hold the room, and then this guard releases what was never ours.
// Rejected by: the_room_of_others_is_left_alone
// Says: somebody else holds the room

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
    // ANCHOR: mistake
    let mut hold = Hold { room, booked: false };
    room.hold().await;
    // ANCHOR_END: mistake
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
