use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Counts how many of something were made, are alive, were dropped, and were alive at once.
///
/// ```
/// let connections = probe::Tally::new();
/// let first = connections.counted();
/// drop(connections.counted());
/// assert_eq!((connections.alive(), connections.most_alive()), (1, 2));
/// drop(first);
/// assert_eq!((connections.made(), connections.dropped()), (2, 2));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tally {
    counts: Arc<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    made: AtomicUsize,
    alive: AtomicUsize,
    most_alive: AtomicUsize,
}

/// Alive as long as it is not dropped. Made by [`Tally::counted`].
#[derive(Debug)]
#[must_use = "it stands for something alive: keep it there"]
pub struct Counted {
    counts: Arc<Counts>,
}

impl Tally {
    #[must_use]
    pub fn new() -> Tally {
        Tally::default()
    }

    /// One more, alive until it is dropped.
    pub fn counted(&self) -> Counted {
        self.counts.made.fetch_add(1, SeqCst);
        let alive = self.counts.alive.fetch_add(1, SeqCst) + 1;
        self.counts.most_alive.fetch_max(alive, SeqCst);
        Counted { counts: Arc::clone(&self.counts) }
    }

    /// How many were ever made.
    #[must_use]
    pub fn made(&self) -> usize {
        self.counts.made.load(SeqCst)
    }

    /// How many were dropped.
    #[must_use]
    pub fn dropped(&self) -> usize {
        self.made() - self.alive()
    }

    /// How many are alive now. What was forgotten with `mem::forget` stays alive for ever.
    #[must_use]
    pub fn alive(&self) -> usize {
        self.counts.alive.load(SeqCst)
    }

    /// The most that were ever alive at once.
    #[must_use]
    pub fn most_alive(&self) -> usize {
        self.counts.most_alive.load(SeqCst)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.counts.alive.fetch_sub(1, SeqCst);
    }
}
