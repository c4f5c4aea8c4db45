//! The library. Given: nothing to change here.

use probe::{Tally, Trace};
use std::time::Duration;
use tokio::time::sleep;

const MINUTE: Duration = Duration::from_secs(60);

/// The stacks, where somebody goes from shelf to shelf. Its clones are the same library.
#[derive(Clone)]
pub struct Library {
    pub log: Trace,
    /// Searches that were begun, and those that are under way.
    pub searches: Tally,
    /// How long one search takes.
    pub minutes: u32,
}

impl Library {
    pub fn new(minutes: u32) -> Library {
        Library { log: Trace::new(), searches: Tally::new(), minutes }
    }

    // ANCHOR: given
    /// Searches for a title, and says on which shelf it is. To drop the search is to call it off.
    pub async fn find(&self, title: &str) -> String {
        let _under_way = self.searches.counted();
        self.log.note(format!("search for {title:?} begun"));
        for _ in 0..self.minutes {
            sleep(MINUTE).await;
        }
        self.log.note(format!("{title:?} found"));
        Library::shelf(title)
    }
    // ANCHOR_END: given

    /// The answer to a question.
    pub fn shelf(title: &str) -> String {
        format!("{title}: shelf {}", title.len())
    }
}
