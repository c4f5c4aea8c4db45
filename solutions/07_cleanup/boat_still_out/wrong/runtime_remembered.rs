// Why it tempts: a handle that was taken at the beginning is there at the end, on whatever thread
// that is.
// Why it fails: the handle is there, the runtime need not be. Then the task is dropped without a
// poll, and what its body was to do is not done.
// Rejected by: a_boat_that_comes_back_after_the_runtime_is_signed_in
// Says: the boat came back when the runtime was gone

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
        // ANCHOR: mistake
        self.runtime.spawn(async move {
            harbour.wash(boat).await;
            harbour.sign_in(boat);
        });
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
