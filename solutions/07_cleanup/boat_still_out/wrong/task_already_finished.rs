// Why it tempts: a runtime that shuts down hands back a task that is finished already, and one can
// ask.
// Why it fails: it sees the tasks that were refused, and not those that are taken and dropped
// later, in the middle of the wash.
// Rejected by: a_boat_that_is_being_washed_when_the_runtime_shuts_down_is_signed_in
// Says: the task that washed it was dropped

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
        let task = Handle::try_current().map(|runtime| {
            let harbour = self.harbour.clone();
            runtime.spawn(async move {
                harbour.wash(boat).await;
                harbour.sign_in(boat);
            })
        });
        if task.is_err() || task.is_ok_and(|task| task.is_finished()) {
            harbour.sign_in(boat);
        }
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
