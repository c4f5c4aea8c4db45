// Why it tempts: nobody has declined so far, and the last one never does.
// Why it fails: between asking and the answer there is an `.await`. Defused before it, the guard
// lets the room go on being held when the last answer is not waited for.
// Rejected by: what_is_not_booked_is_free_wherever_it_is_dropped
// Says: the room is still held

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
    // ANCHOR: mistake
    for (already, person) in people.iter().enumerate() {
        hold.booked = already + 1 == people.len();
        person.ask(room).await?;
    }
    // ANCHOR_END: mistake
    room.book();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
