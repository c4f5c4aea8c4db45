// Why it tempts: "the book first, then the wash", so the book does not depend on the wash.
// Why it fails: it depends on the task. Both lines stand in a body that may never be polled.
// Rejected by: a_boat_that_comes_back_while_the_runtime_shuts_down_is_signed_in
// Says: the runtime was shut down

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
        match Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    harbour.sign_in(boat);
                    harbour.wash(boat).await;
                });
            }
            Err(_) => harbour.sign_in(boat),
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
