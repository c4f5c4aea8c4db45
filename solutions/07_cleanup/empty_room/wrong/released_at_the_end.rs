// Why it tempts: one place for all ends, so none is forgotten.
// Why it fails: it is a place in the body. A cancelled body does not get there.
// Rejected by: what_is_not_booked_is_free_wherever_it_is_dropped
// Says: the room is still held

mod office;

pub use office::{Declined, Person, Room, State};

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    // ANCHOR: mistake
    let answer = ask_all(room, people).await;
    match answer {
        Ok(()) => room.book(),
        Err(Declined) => room.release(),
    }
    // ANCHOR_END: mistake
    answer?;
    room.send_invitations().await;
    Ok(())
}

async fn ask_all(room: &Room, people: &[Person]) -> Result<(), Declined> {
    for person in people {
        person.ask(room).await?;
    }
    Ok(())
}

#[cfg(test)]
mod check;
