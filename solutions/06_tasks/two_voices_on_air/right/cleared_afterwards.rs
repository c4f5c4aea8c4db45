// The field is emptied when the old show has answered, and filled again.

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio_util::task::AbortOnDropHandle;

pub struct Station {
    studio: Studio,
    playing: Option<AbortOnDropHandle<u32>>,
}

impl Station {
    pub fn new(studio: Studio) -> Station {
        Station { studio, playing: None }
    }

    async fn end(&mut self) -> Option<Ending> {
        let old = self.playing.as_mut()?;
        old.abort();
        let ended = old.await;
        self.playing = None;
        Some(how(ended))
    }

    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        let ending = self.end().await;
        let task = tokio::spawn(self.studio.broadcast(next));
        self.playing = Some(AbortOnDropHandle::new(task));
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
