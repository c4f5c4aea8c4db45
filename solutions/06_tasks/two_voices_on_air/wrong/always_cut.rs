// Why it tempts: it was aborted, so it was cut.
// Why it fails: a show that was over by then was not cut, and one that panicked was not either. To
// abort a task that has ended does nothing.
// Rejected by: the_ending_is_told_as_it_was
// Says: Who gives the answer?

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
        if let Some(old) = &mut self.playing {
            // ANCHOR: mistake
            old.abort();
            let _ = old.await;
            ending = Some(Ending::Cut);
            // ANCHOR_END: mistake
        }
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
