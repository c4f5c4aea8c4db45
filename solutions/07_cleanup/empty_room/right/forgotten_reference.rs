// A guard that owns nothing may be forgotten: there is nothing in it that could leak.

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold<'a>(&'a Room);

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.0.release();
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let hold = Hold(room);
    for person in people {
        person.ask(room).await?;
    }
    room.book();
    std::mem::forget(hold);
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
