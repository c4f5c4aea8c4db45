use tokio::sync::watch;

/// A door that the test opens, so that code stands still just where the test wants it.
///
/// ```
/// let gate = probe::Gate::new();
/// probe::run(async {
///     let walker = tokio::spawn({
///         let gate = gate.clone();
///         async move { gate.pass().await }
///     });
///     tokio::task::yield_now().await;
///     assert_eq!(gate.waiting(), 1);
///     gate.open();
///     walker.await.unwrap();
/// });
/// ```
#[derive(Debug, Clone)]
pub struct Gate {
    open: watch::Sender<bool>,
}

impl Gate {
    /// A closed gate.
    #[must_use]
    pub fn new() -> Gate {
        Gate { open: watch::Sender::new(false) }
    }

    /// Waits until the gate is open. Cancel-safe: whoever is dropped here leaves nothing behind.
    pub async fn pass(&self) {
        let mut open = self.open.subscribe();
        open.wait_for(|open| *open).await.expect("`self` holds the sender");
    }

    /// Opens the gate for all who wait and all who come.
    pub fn open(&self) {
        self.open.send_replace(true);
    }

    /// How many wait at the gate now.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.open.receiver_count()
    }
}

impl Default for Gate {
    fn default() -> Gate {
        Gate::new()
    }
}
