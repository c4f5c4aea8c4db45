// The guard is made here and captured by the task, so it is dropped with the task at the latest:
// after the wash, in the middle of it, or without a poll. Without a runtime it is dropped at once.

mod harbour;

pub use harbour::Harbour;
use tokio::runtime::Handle;

pub struct Hire {
    harbour: Harbour,
    boat: u32,
}

impl Hire {
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        Hire { harbour: harbour.clone(), boat }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        let back = Back { harbour: self.harbour.clone(), boat: self.boat };
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move { back.harbour.wash(back.boat).await });
        }
    }
}

struct Back {
    harbour: Harbour,
    boat: u32,
}

impl Drop for Back {
    fn drop(&mut self) {
        self.harbour.sign_in(self.boat);
    }
}

#[cfg(test)]
mod check;
