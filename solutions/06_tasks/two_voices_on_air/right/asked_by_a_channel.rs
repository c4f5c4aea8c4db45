// The task is not aborted but asked, by a channel, and says itself how it ended.

mod studio;

pub use studio::{Ending, SONG, Show, Studio};
use tokio::sync::oneshot;
use tokio_util::task::AbortOnDropHandle;

pub struct Station {
    studio: Studio,
    playing: Option<Playing>,
}

struct Playing {
    stop: Option<oneshot::Sender<()>>,
    task: AbortOnDropHandle<Ending>,
}

impl Station {
    pub fn new(studio: Studio) -> Station {
        Station { studio, playing: None }
    }

    pub async fn change_to(&mut self, next: Show) -> Option<Ending> {
        let mut ending = None;
        if let Some(old) = &mut self.playing {
            old.stop = None;
            ending = Some((&mut old.task).await.unwrap_or(Ending::Broken));
        }
        let (stop, stopped) = oneshot::channel::<()>();
        let broadcast = self.studio.broadcast(next);
        let task = tokio::spawn(async move {
            tokio::select! {
                biased;
                songs = broadcast => Ending::Finished { songs },
                _ = stopped => Ending::Cut,
            }
        });
        self.playing = Some(Playing { stop: Some(stop), task: AbortOnDropHandle::new(task) });
        ending
    }
}

#[cfg(test)]
mod check;
