// The runtime of the beginning washes, as long as it lives, also what comes back on another thread.

mod harbour;

pub use harbour::Harbour;
use tokio::runtime::Handle;

pub struct Hire {
    harbour: Harbour,
    boat: u32,
    runtime: Handle,
}

impl Hire {
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        Hire { harbour: harbour.clone(), boat, runtime: Handle::current() }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        let (harbour, boat) = (self.harbour.clone(), self.boat);
        harbour.sign_in(boat);
        drop(self.runtime.spawn(async move { harbour.wash(boat).await }));
    }
}

#[cfg(test)]
mod check;
