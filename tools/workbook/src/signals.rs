use anyhow::{Context, Result};

/// The ways in which a terminal asks a command to stop.
pub(crate) struct Signals {
    #[cfg(unix)]
    streams: [tokio::signal::unix::Signal; 3],
}

impl Signals {
    /// From here on these signals end nothing by themselves.
    ///
    /// # Errors
    ///
    /// The system refuses.
    #[cfg(unix)]
    pub(crate) fn new() -> Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        let listen = |kind| signal(kind).context("cannot listen for Ctrl-C");
        // A closed window hangs up; the children, in groups of their own, would never hear of it.
        let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
        let [interrupt, terminate, hangup] = kinds.map(listen);
        Ok(Signals { streams: [interrupt?, terminate?, hangup?] })
    }

    #[cfg(unix)]
    pub(crate) async fn next(&mut self) {
        let [interrupt, terminate, hangup] = &mut self.streams;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
    }

    /// # Errors
    ///
    /// There are none here.
    #[cfg(not(unix))]
    pub(crate) fn new() -> Result<Signals> {
        Ok(Signals {})
    }

    /// Without Ctrl-C to be had this waits for ever, and the job objects do the cleaning up.
    #[cfg(not(unix))]
    pub(crate) async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.context("no Ctrl-C").is_err() {
            std::future::pending::<()>().await;
        }
    }
}
