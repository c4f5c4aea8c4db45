// Why it tempts: "a destructor should do nothing while a panic is under way."
// Why it fails: it should not *panic* then. Whoever catches the panic, and tokio does for each
// task, goes on with a room that is held for ever.
// Rejected by: a_panic_releases_the_room_once
// Says: the room was released 0 times

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a> {
    room: &'a Room,
    booked: bool,
}

impl Drop for Hold<'_> {
    // ANCHOR: mistake
    fn drop(&mut self) {
        if !self.booked && !std::thread::panicking() {
            self.room.release();
        }
    }
    // ANCHOR_END: mistake
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let mut hold = Hold { room, booked: false };
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
