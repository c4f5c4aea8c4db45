// Why it tempts: a millisecond is more than any scheduler needs.
// Why it fails: it is a bet, and here it is silence as well: the old show is gone, and for a
// millisecond nobody is on the air. On a loaded machine a millisecond may also be too little.
// Rejected by: also_when_there_is_a_crowd_of_other_tasks
// Says: nobody was on the air

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

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
            sleep(Duration::from_millis(1)).await;
            // ANCHOR_END: mistake
            ending = Some(Ending::Cut);
        }
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
