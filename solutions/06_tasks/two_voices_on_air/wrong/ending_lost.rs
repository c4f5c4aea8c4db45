// Why it tempts: what is leaving has a field of its own, so the next call can wait for it.
// Why it fails: it waits, and throws the answer away. Nobody is told how that show ended.
// Rejected by: dropped_halfway_it_may_be_called_again_at_once
// Says: That was Some(Cut)

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio::task::JoinHandle;

pub struct Station {
    studio: Studio,
    playing: Option<JoinHandle<u32>>,
    leaving: Option<JoinHandle<u32>>,
}

impl Station {
    pub fn new(studio: Studio) -> Station {
        Station { studio, playing: None, leaving: None }
    }

    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        let mut ending = None;
        // ANCHOR: mistake
        if let Some(left) = &mut self.leaving {
            let _ = left.await;
        }
        self.leaving = self.playing.take();
        if let Some(old) = &mut self.leaving {
            old.abort();
            ending = Some(how(old.await));
        }
        self.leaving = None;
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
