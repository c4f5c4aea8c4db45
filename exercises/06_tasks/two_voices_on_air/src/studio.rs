//! The studio. Given: nothing to change here.

use probe::{Counted, Tally, Trace};
use std::time::Duration;
use tokio::time::sleep;

/// The length of a song.
pub const SONG: Duration = Duration::from_secs(180);

/// How a show ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It was played to its end, with so many songs.
    Finished { songs: u32 },
    /// It was taken off the air.
    Cut,
    /// It panicked.
    Broken,
}

#[derive(Debug, Clone, Copy)]
pub struct Show {
    pub name: &'static str,
    pub songs: u32,
    /// It panics after its first song.
    pub is_broken: bool,
    /// It panics when it is taken off the air.
    pub breaks_when_cut: bool,
}

/// One transmitter, which is on for one show at a time, or should be.
#[derive(Clone, Default)]
pub struct Studio {
    log: Trace,
    on_air: Tally,
}

/// The transmitter is on as long as this is not dropped.
struct Transmitter {
    log: Trace,
    show: Show,
    _on: Counted,
}

impl Show {
    pub fn new(name: &'static str, songs: u32) -> Show {
        Show { name, songs, is_broken: false, breaks_when_cut: false }
    }
}

impl Studio {
    pub fn new() -> Studio {
        Studio::default()
    }

    // ANCHOR: broadcast
    /// Switches the transmitter on, at once, and returns the future that plays the show.
    ///
    /// The transmitter is switched off when that future is done or dropped.
    pub fn broadcast(&self, show: Show) -> impl Future<Output = u32> + Send + use<> {
        self.log.note(format!("{} goes on the air", show.name));
        let transmitter = Transmitter { log: self.log.clone(), show, _on: self.on_air.counted() };
        async move {
            for _ in 0..show.songs {
                sleep(SONG).await;
                assert!(!show.is_broken, "the record of {} is scratched", show.name);
            }
            drop(transmitter);
            show.songs
        }
    }
    // ANCHOR_END: broadcast

    /// How many shows are on the air now.
    pub fn on_air(&self) -> usize {
        self.on_air.alive()
    }

    /// The most that were ever on the air at once.
    pub fn most_on_air(&self) -> usize {
        self.on_air.most_alive()
    }

    /// How often a show of this name went on the air.
    pub fn starts_of(&self, name: &str) -> usize {
        self.log.count(&format!("{name} goes on the air"))
    }

    /// How often a show of this name went off the air.
    pub fn ends_of(&self, name: &str) -> usize {
        self.log.count(&format!("{name} goes off the air"))
    }
}

impl Drop for Transmitter {
    fn drop(&mut self) {
        self.log.note(format!("{} goes off the air", self.show.name));
        assert!(
            !self.show.breaks_when_cut || std::thread::panicking(),
            "the switch of {} is broken",
            self.show.name
        );
    }
}
