// Why it tempts: a thread with a runtime of its own does not care what becomes of the other one.
// Why it fails: nobody waits for that thread. The program ends and takes it along, in the middle of
// the wash.
// Rejected by: a_boat_that_is_being_washed_when_the_runtime_shuts_down_is_signed_in
// Says: in the book the boat is still out

mod harbour;

pub use harbour::Harbour;
use tokio::runtime::Builder;

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
        std::thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_time().build();
            runtime.expect("a runtime can be built").block_on(async {
                harbour.wash(boat).await;
                harbour.sign_in(boat);
            });
        });
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
