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
        // TODO: keep these promises.
        let ending = self.playing.take().map(|old| {
            old.abort();
            Ending::Cut
        });
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
