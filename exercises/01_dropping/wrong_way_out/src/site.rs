//! The site that is backed up. Given: nothing to change here.

use probe::{Trace, TraceGuard};
use tokio::task::yield_now;

#[derive(Clone, Default)]
pub struct Site {
    pub log: Trace,
}

/// While one backup holds the lease, no other begins.
pub struct Lease {
    _end: TraceGuard,
}

/// A connection to the site.
pub struct Session {
    log: Trace,
    _end: TraceGuard,
}

/// As long as it lives, the files of the site do not change.
pub struct Snapshot {
    _end: TraceGuard,
}

/// A transfer that is under way.
pub struct Upload {
    log: Trace,
    _end: TraceGuard,
}

impl Site {
    pub fn lease(&self) -> Lease {
        Lease { _end: self.log.guard("lease returned") }
    }

    pub fn session(&self) -> Session {
        Session { log: self.log.clone(), _end: self.log.guard("session closed") }
    }
}

impl Session {
    pub async fn snapshot(&self) -> Snapshot {
        yield_now().await;
        self.log.note("snapshot taken");
        Snapshot { _end: self.log.guard("snapshot released") }
    }

    pub async fn upload(&self) -> Upload {
        yield_now().await;
        self.log.note("upload begun");
        Upload { log: self.log.clone(), _end: self.log.guard("upload ended") }
    }
}

impl Upload {
    pub async fn send(&mut self, file: &str) {
        yield_now().await;
        self.log.note(format!("{file} sent"));
    }
}
