// Why it tempts: spawning panics without a runtime, so one asks whether there is one.
// Why it fails: a runtime that is shutting down says yes. It takes the task, hands back a handle,
// and drops the task without a poll.
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
                    harbour.wash(boat).await;
                    harbour.sign_in(boat);
                });
            }
            Err(_) => harbour.sign_in(boat),
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
