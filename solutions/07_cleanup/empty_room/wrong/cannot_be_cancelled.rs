// Why it tempts: a spawned task is not cancelled with its caller, so the body always gets to its
// end.
// Why it fails: nobody waits for the answers any more, and the task goes on asking, holds the room
// until the last one has answered, and then books it and invites everybody to a meeting that was
// called off.
// Rejected by: nothing_goes_on_when_it_is_dropped
// Says: behind its back it goes on

mod office;

pub use office::{Declined, Person, Room, State};

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    let (room, people) = (room.clone(), people.to_vec());
    // ANCHOR: mistake
    let whole = tokio::spawn(async move {
        room.hold().await;
        for person in people {
            if let Err(declined) = person.ask(&room).await {
                room.release();
                return Err(declined);
            }
        }
        room.book();
        room.send_invitations().await;
        Ok(())
    });
    whole.await.expect("no calendar has a bug")
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
