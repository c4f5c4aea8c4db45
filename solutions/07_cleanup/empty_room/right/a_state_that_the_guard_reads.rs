// No flag in the guard: it asks the room, which knows whether it was booked.

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a>(&'a Room);

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        if self.0.state() == State::Held {
            self.0.release();
        }
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let _hold = Hold(room);
    for person in people {
        person.ask(room).await?;
    }
    room.book();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
