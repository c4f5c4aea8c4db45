// All are asked at once, and the answer of the first who declines is enough.

mod office;

pub use office::{Declined, Person, Room, State};

struct Hold {
    room: Room,
    booked: bool,
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.booked {
            self.room.release();
        }
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let mut hold = Hold { room: room.clone(), booked: false };
    futures::future::try_join_all(people.iter().map(|person| person.ask(room))).await?;
    room.book();
    hold.booked = true;
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
