//! The office. Given: nothing to change here.

use probe::{Counted, Tally, Trace};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Notify;
use tokio::task::yield_now;

/// A meeting room. Clones stand for the same room.
pub struct Room {
    shared: Arc<Shared>,
    handles: Tally,
    _handle: Counted,
}

struct Shared {
    log: Trace,
    state: Mutex<State>,
    is_free: Notify,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Free,
    Held,
    Booked,
}

// ANCHOR: room
impl Room {
    /// Waits until the room is free, and holds it. Dropped before it returns, it has taken nothing.
    pub async fn hold(&self) {
        yield_now().await; // The porter looks at the list.
        while self.state() != State::Free {
            self.shared.is_free.notified().await;
        }
        self.set(State::Held, "held");
    }

    /// Gives the room to whoever waits for it; it asks nobody whether it may.
    pub fn release(&self) {
        self.set(State::Free, "released");
        self.shared.is_free.notify_one();
    }

    /// Makes a room that is held a room that is booked.
    pub fn book(&self) {
        self.set(State::Booked, "booked");
    }

    /// Sends the invitations. People will come.
    pub async fn send_invitations(&self) {
        self.shared.log.note("invitations under way");
        yield_now().await;
        self.shared.log.note("invitations sent");
    }
}
// ANCHOR_END: room

impl Room {
    pub fn vacant() -> Room {
        let shared =
            Shared { log: Trace::new(), state: Mutex::new(State::Free), is_free: Notify::new() };
        Room::handle(Arc::new(shared), Tally::new())
    }

    pub fn state(&self) -> State {
        *self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn log(&self) -> &Trace {
        &self.shared.log
    }

    /// How many clones are alive, this one among them.
    pub fn handles(&self) -> usize {
        self.handles.alive()
    }

    fn handle(shared: Arc<Shared>, handles: Tally) -> Room {
        Room { shared, _handle: handles.counted(), handles }
    }

    fn set(&self, state: State, what: &str) {
        *self.shared.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
        self.shared.log.note(what);
    }
}

impl Clone for Room {
    fn clone(&self) -> Room {
        Room::handle(Arc::clone(&self.shared), self.handles.clone())
    }
}

/// Somebody who is asked to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    Comes,
    Declines,
    /// There is a bug in the calendar of this one.
    Panics,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declined;

impl Person {
    /// Asks, and waits for the answer.
    pub async fn ask(self, room: &Room) -> Result<(), Declined> {
        room.log().note("somebody is asked");
        yield_now().await;
        match self {
            Person::Comes => Ok(()),
            Person::Declines => Err(Declined),
            Person::Panics => panic!("the calendar has a bug"),
        }
    }
}
