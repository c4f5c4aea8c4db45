// Why it tempts: `take` gives the handle by value, which is what `.await` wants, and it is aborted
// and awaited.
// Why it fails: dropped while it waits, this drops the handle with it. The next call finds no old
// show in the field and does not wait for the one that is still on its way off the air.
// Rejected by: dropped_halfway_it_may_be_called_again_at_once
// Says: both voices

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
        // ANCHOR: mistake
        if let Some(old) = self.playing.take() {
            old.abort();
            ending = Some(how(old.await));
        }
        // ANCHOR_END: mistake
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

fn how(ended: Result<u32, tokio::task::JoinError>) -> Ending {
    match ended {
        Ok(songs) => Ending::Finished { songs },
        Err(error) if error.is_cancelled() => Ending::Cut,
        Err(_) => Ending::Broken,
    }
}

#[cfg(test)]
mod check;
