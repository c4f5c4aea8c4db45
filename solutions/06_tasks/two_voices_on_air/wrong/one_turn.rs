// Why it tempts: an aborted task ends in its next turn, so give it one.
// Why it fails: whose turn comes next is up to the scheduler. Behind a crowd of other tasks the old
// show still has the transmitter when this goes on; on several threads anything may happen.
// Rejected by: also_when_there_is_a_crowd_of_other_tasks
// Says: both voices

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio::task::{JoinHandle, yield_now};

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
            yield_now().await;
            // ANCHOR_END: mistake
            ending = Some(Ending::Cut);
        }
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
