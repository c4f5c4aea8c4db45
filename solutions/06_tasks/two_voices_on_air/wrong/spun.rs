// Why it tempts: `is_finished` says when the task is gone.
// Why it fails: the loop keeps the thread, and the task needs a turn on it to end. On a runtime
// with one thread neither of them ever gets further.
// Rejected by: the_old_show_is_off_the_air_before_the_next_is_on
// Says: STUCK

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio::task::JoinHandle;

pub struct Station {
    studio: Studio,
    playing: Option<JoinHandle<u32>>,
}

impl Station {
    pub fn new(studio: Studio) -> Station {
        Station { studio, playing: None }
    }

    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        let mut ending = None;
        if let Some(old) = &self.playing {
            // ANCHOR: mistake
            old.abort();
            while !old.is_finished() {}
            // ANCHOR_END: mistake
            ending = Some(Ending::Cut);
        }
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
