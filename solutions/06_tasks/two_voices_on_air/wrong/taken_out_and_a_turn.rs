// Why it tempts: an empty field may mean that a change was dropped halfway, so the old show is given
// a turn to end.
// Why it fails: the handle is gone, and a turn is a bet. In a crowd the next show begins first.
// Rejected by: dropped_halfway_it_may_be_called_again_at_once
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
        // ANCHOR: mistake
        if let Some(old) = self.playing.take() {
            old.abort();
            ending = Some(how(old.await));
        } else {
            yield_now().await; // One may still be on its way off the air.
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
