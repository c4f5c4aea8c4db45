// Why it tempts: no silence between two shows, and the old one is awaited.
// Why it fails: it is awaited too late. The next show has begun when the old one has not even been
// asked.
// Rejected by: the_old_show_is_off_the_air_before_the_next_is_on
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
        // ANCHOR: mistake
        let next = tokio::spawn(self.studio.broadcast(next));
        let old = self.playing.replace(next)?;
        old.abort();
        Some(how(old.await))
        // ANCHOR_END: mistake
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
