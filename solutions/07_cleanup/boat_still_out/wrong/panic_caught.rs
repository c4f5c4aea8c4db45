// Why it tempts: if spawning panics, the panic is caught, and the boat is signed in here.
// Why it fails: while a runtime shuts down, spawning does not panic. It does nothing.
// Rejected by: a_boat_that_comes_back_while_the_runtime_shuts_down_is_signed_in
// Says: the runtime was shut down

mod harbour;

pub use harbour::Harbour;
use std::panic::catch_unwind;

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
        let spawned = catch_unwind(|| {
            let harbour = self.harbour.clone();
            tokio::spawn(async move {
                harbour.wash(boat).await;
                harbour.sign_in(boat);
            })
        });
        if spawned.is_err() {
            harbour.sign_in(boat);
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
