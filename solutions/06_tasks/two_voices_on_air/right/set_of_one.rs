// A `JoinSet` keeps the task until its ending was taken out of it, so it may be asked again.

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio::task::JoinSet;

pub struct Station {
    studio: Studio,
    playing: JoinSet<u32>,
}

impl Station {
    pub fn new(studio: Studio) -> Station {
        Station { studio, playing: JoinSet::new() }
    }

    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        self.playing.abort_all();
        let ended = self.playing.join_next().await;
        self.playing.spawn(self.studio.broadcast(next));
        ended.map(how)
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
