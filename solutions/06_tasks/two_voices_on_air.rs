// `abort` asks; the handle answers, when the task is gone and what it held is dropped. What it
// answers is how the task ended, and that need not be "cancelled". The handle stays in its field
// until it has answered, and is awaited by reference: so a change that is dropped halfway leaves it
// to the next one.

#[path = "../../exercises/06_tasks/two_voices_on_air/src/studio.rs"]
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

    /// Takes the show that is on the air off it, if there is one, and puts `next` on instead.
    /// Returns how the old show really ended; `None` if there was none.
    ///
    /// * There are never two shows on the air.
    /// * When this returns, `next` is on the air.
    /// * If this is dropped halfway, it may be called again at once.
    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        let ending = match &mut self.playing {
            None => None,
            Some(old) => {
                old.abort();
                Some(match old.await {
                    Ok(songs) => Ending::Finished { songs },
                    Err(error) if error.is_cancelled() => Ending::Cut,
                    Err(_) => Ending::Broken,
                })
            }
        };
        // No `.await` since the answer came, so nobody asks this handle twice.
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
#[path = "../../exercises/06_tasks/two_voices_on_air/src/check.rs"]
mod check;
