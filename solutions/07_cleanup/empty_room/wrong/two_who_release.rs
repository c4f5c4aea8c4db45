// Why it tempts: the error arm was right, so it stays, and the guard is for the rest.
// Why it fails: an error is an end too, and the guard runs there as well. The second release takes
// the room away from whoever got it after the first.
// Rejected by: a_refusal_releases_the_room_once
// Says: the room was released 2 times

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
        // ANCHOR: mistake
        if let Err(declined) = person.ask(room).await {
            room.release();
            return Err(declined);
        }
        // ANCHOR_END: mistake
    }
    room.book();
    hold.booked = true;
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
