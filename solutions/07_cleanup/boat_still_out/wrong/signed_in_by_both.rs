// Why it tempts: the destructor makes sure, and the task may stay as it was.
// Why it fails: where the runtime lives, the boat is signed in twice. By the second time it may be
// out again, with somebody in it whom nobody will look for.
// Rejected by: a_boat_that_comes_back_is_washed_and_signed_in
// Says: signed in 2 times

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
        let (harbour, boat) = (self.harbour.clone(), self.boat);
        // ANCHOR: mistake
        harbour.sign_in(boat);
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(async move {
                harbour.wash(boat).await;
                harbour.sign_in(boat);
            });
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
