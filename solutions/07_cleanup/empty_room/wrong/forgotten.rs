// Why it tempts: `mem::forget` says in one word that the destructor must not run.
// Why it fails: not this one, and not those of its fields. The guard owns a clone of the room, and
// with every meeting one more stays in memory.
// Rejected by: nothing_is_left_behind_in_memory
// Says: clone of the room is still alive

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold {
    room: Room,
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.room.release();
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let hold = Hold { room: room.clone() };
    for person in people {
        person.ask(room).await?;
    }
    // ANCHOR: mistake
    room.book();
    std::mem::forget(hold);
    // ANCHOR_END: mistake
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
