// Why it tempts: `is_finished` says when the task is gone, and `yield_now` lets others have their
// turns.
// Why it fails: it is woken by itself and not by the end of the task. It burns a processor until
// then, and what the task has to say about its ending is still in the handle.
// Rejected by: also_when_there_is_a_crowd_of_other_tasks
// Says: it asks again and again

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
        if let Some(old) = &mut self.playing {
            // ANCHOR: mistake
            old.abort();
            while !old.is_finished() {
                yield_now().await;
            }
            // ANCHOR_END: mistake
            ending = Some(how(old.await));
        }
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
