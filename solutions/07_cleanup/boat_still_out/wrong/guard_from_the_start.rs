// Why it tempts: a guard that a task has captured signs the boat in without a poll too, and at the
// beginning there is a runtime for sure.
// Why it fails: the task ends with the runtime, and somebody may still be on the lake then. The book
// says that they are back.
// Rejected by: a_boat_that_comes_back_after_the_runtime_is_signed_in
// Says: somebody is still on the lake

mod harbour;

pub use harbour::Harbour;
use tokio::sync::oneshot;

pub struct Hire {
    _back: oneshot::Sender<()>,
}

impl Hire {
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        let (sender, is_back) = oneshot::channel();
        // ANCHOR: mistake
        let back = Back { harbour: harbour.clone(), boat };
        tokio::spawn(async move {
            let _ = is_back.await;
            back.harbour.wash(back.boat).await;
        });
        // ANCHOR_END: mistake
        Hire { _back: sender }
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
