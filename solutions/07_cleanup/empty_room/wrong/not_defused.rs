// Why it tempts: the destructor runs at every end, and that was what was missing.
// Why it fails: success is an end too.
// Rejected by: a_meeting_that_all_come_to_has_its_room
// Says: everybody comes, and the room was released

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a> {
    room: &'a Room,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.room.release();
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    // ANCHOR: mistake
    let _hold = Hold { room };
    // ANCHOR_END: mistake
    for person in people {
        person.ask(room).await?;
    }
    room.book();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
