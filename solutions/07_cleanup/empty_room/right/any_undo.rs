// One guard for every undo: a closure that runs unless it is told otherwise. The crate `scopeguard`
// has it.

mod office;

pub use office::{Declined, Person, Room, State};

struct Undo<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Undo<F> {
    fn defuse(mut self) {
        self.0 = None;
    }
}

impl<F: FnOnce()> Drop for Undo<F> {
    fn drop(&mut self) {
        if let Some(undo) = self.0.take() {
            undo();
        }
    }
}

pub async fn arrange(room: &Room, people: &[Person]) -> Result<(), Declined> {
    room.hold().await;
    let hold = Undo(Some(|| room.release()));
    for person in people {
        person.ask(room).await?;
    }
    room.book();
    hold.defuse();
    room.send_invitations().await;
    Ok(())
}

#[cfg(test)]
mod check;
