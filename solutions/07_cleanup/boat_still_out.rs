// What must happen is done in the destructor itself: it is synchronous, so nothing can keep it from
// happening. What may fail to happen is given to a task, if there is a runtime to give it to. While
// that runtime shuts down, it says that it is there, takes the task and never runs it; the boat
// stays dirty.

#[path = "../../exercises/07_cleanup/boat_still_out/src/harbour.rs"]
mod harbour;

pub use harbour::Harbour;
use tokio::runtime::Handle;

/// A boat that somebody has hired. Whoever drops this has brought it back.
pub struct Hire {
    harbour: Harbour,
    boat: u32,
}

impl Hire {
    /// Is called on a runtime. The boat may come back anywhere.
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        Hire { harbour: harbour.clone(), boat }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        self.harbour.sign_in(self.boat);
        if let Ok(runtime) = Handle::try_current() {
            let (harbour, boat) = (self.harbour.clone(), self.boat);
            runtime.spawn(async move { harbour.wash(boat).await });
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/07_cleanup/boat_still_out/src/check.rs"]
mod check;
