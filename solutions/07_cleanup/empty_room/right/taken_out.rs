// The guard holds its room in an `Option`, and is defused by taking it out.

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a>(Option<&'a Room>);

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        if let Some(room) = self.0.take() {
            room.release();
        }
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let mut hold = Hold(Some(room));
    for person in people {
        person.ask(room).await?;
    }
    if let Some(room) = hold.0.take() {
        room.book();
    }
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
