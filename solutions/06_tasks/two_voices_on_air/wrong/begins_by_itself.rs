// Why it tempts: the next show waits in its own task until the old one is gone, so nobody else has
// to.
// Why it fails: `change_to` is back before the next show is on the air, and cannot know how the old
// one ended.
// Rejected by: the_old_show_is_off_the_air_before_the_next_is_on
// Says: its show is not on the air

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
        let (old, studio) = (self.playing.take(), self.studio.clone());
        let ending = old.as_ref().map(|_| Ending::Cut);
        self.playing = Some(tokio::spawn(async move {
            if let Some(old) = old {
                old.abort();
                let _ = old.await;
            }
            studio.broadcast(next).await
        }));
        ending
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
