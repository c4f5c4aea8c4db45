//! A post office. Given: nothing to change here.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::yield_now;

/// A post office with letters 7, 8 and 9 in the tray and two keys on the hook. Clones are the same
/// office.
#[derive(Clone)]
pub struct Office {
    state: Arc<Mutex<State>>,
    keys: Arc<Semaphore>,
}

#[derive(Default)]
struct State {
    tray: VecDeque<u32>,
    aside: Option<u32>,
    book: Vec<u32>,
    scales: u32,
    flag_is_up: bool,
}

// ANCHOR: office
impl Office {
    /// A new one, in which nothing has happened yet.
    pub fn open() -> Office {
        let state = State { tray: VecDeque::from([7, 8, 9]), ..State::default() };
        Office { state: Arc::new(Mutex::new(state)), keys: Arc::new(Semaphore::new(2)) }
    }

    /// All that others can see: tray, book, scales, and so on.
    pub fn look(&self) -> String {
        let keys = self.keys.available_permits();
        let State { tray, aside, book, scales, flag_is_up } = &*self.state.lock().unwrap();
        let flag = if *flag_is_up { "up" } else { "down" };
        format!(
            "tray {tray:?}, aside {aside:?}, book {book:?}, scales {scales} g, flag {flag}, \
             keys on the hook {keys}"
        )
    }

    /// Waits for somebody else: suspends once.
    pub async fn turn(&self) {
        yield_now().await;
    }

    /// Waits for a key. To drop it hangs it back on the hook, and to forget it does not.
    pub async fn key(&self) -> OwnedSemaphorePermit {
        let keys = Arc::clone(&self.keys);
        keys.acquire_owned().await.expect("the hook is never closed")
    }

    /// Hangs a key on the hook.
    pub fn hang_key(&self) {
        self.keys.add_permits(1);
    }

    /// The letter on top of the tray, which stays there; 0 if the tray is empty.
    pub fn letter(&self) -> u32 {
        self.state.lock().unwrap().tray.front().copied().unwrap_or_default()
    }

    /// Takes the letter on top of the tray.
    pub fn take_letter(&self) -> u32 {
        self.state.lock().unwrap().tray.pop_front().unwrap_or_default()
    }

    pub fn put_back(&self, letter: u32) {
        self.state.lock().unwrap().tray.push_front(letter);
    }

    /// Writes into the book that a letter is done.
    pub fn enter(&self, letter: u32) {
        self.state.lock().unwrap().book.push(letter);
    }

    /// The letter that was put aside; it stays there.
    pub fn aside(&self) -> Option<u32> {
        self.state.lock().unwrap().aside
    }

    pub fn put_aside(&self, letter: Option<u32>) {
        self.state.lock().unwrap().aside = letter;
    }
    /// Puts a weight on the scales; they add up.
    pub fn weigh(&self, grams: u32) {
        self.state.lock().unwrap().scales += grams;
    }

    /// Reads the scales and clears them.
    pub fn clear_scales(&self) -> u32 {
        std::mem::take(&mut self.state.lock().unwrap().scales)
    }

    /// Up if it was down, and down if it was up.
    pub fn turn_flag(&self) {
        let mut state = self.state.lock().unwrap();
        state.flag_is_up = !state.flag_is_up;
    }
}
// ANCHOR_END: office
