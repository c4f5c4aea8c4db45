// Why it tempts: `Ok` is a show that was finished, and an aborted one gives an `Err`.
// Why it fails: a panic is an `Err` too, also one in a destructor that the abort itself has run.
// Rejected by: the_ending_is_told_as_it_was
// Says: That is Broken

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
        let mut ending = None;
        if let Some(old) = &mut self.playing {
            // ANCHOR: mistake
            old.abort();
            ending = Some(match old.await {
                Ok(songs) => Ending::Finished { songs },
                Err(_) => Ending::Cut,
            });
            // ANCHOR_END: mistake
        }
        self.playing = Some(tokio::spawn(self.studio.broadcast(next)));
        ending
    }
}

#[cfg(test)]
mod check;
