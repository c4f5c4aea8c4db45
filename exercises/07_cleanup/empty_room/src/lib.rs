mod office;

pub use office::{Declined, Person, Room, State};

/// Books the room for a meeting, if everybody can come.
///
/// The room is held while people are asked. If the meeting does not come about, it is released:
/// once, and as soon as that is clear.
pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    // TODO: release the room however this ends, unless it is booked.
    room.hold().await;
    for person in people {
        if let Err(declined) = person.ask(room).await {
            room.release();
            return Err(declined);
        }
    }
    room.book();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
