// Why it tempts: the task is dropped, so a guard in it signs the boat in.
// Why it fails: a local exists from its line on. A body that was never polled has no locals, only
// what it has captured.
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
                    let back = Back { harbour, boat };
                    back.harbour.wash(back.boat).await;
                });
            }
            Err(_) => harbour.sign_in(boat),
        }
        // ANCHOR_END: mistake
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
