// The undo stands in a destructor, because that is what runs at every end: a refusal, a panic, a
// cancellation. It is made when there is something to undo, and defused when there no longer is.
// Neither of the two lines has an `.await` between itself and the step that it belongs to.

#[path = "../../exercises/07_cleanup/empty_room/src/office.rs"]
mod office;

pub use office::{Declined, Person, Room, State};

/// Releases the room when it is dropped, unless the room has been booked.
struct Hold<'a> {
    room: &'a Room,
    booked: bool,
}

impl<'a> Hold<'a> {
    async fn take(room: &'a Room) -> Hold<'a> {
        room.hold().await;
        Hold { room, booked: false }
    }

    fn book(mut self) {
        self.room.book();
        self.booked = true;
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        if !self.booked {
            self.room.release();
        }
    }
}

/// Books the room for a meeting, if everybody can come.
///
/// The room is held while people are asked. If the meeting does not come about, it is released:
/// once, and as soon as that is clear.
pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    let hold = Hold::take(room).await;
    for person in people {
        person.ask(room).await?;
    }
    hold.book();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
#[path = "../../exercises/07_cleanup/empty_room/src/check.rs"]
mod check;
