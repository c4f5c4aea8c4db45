// Why it tempts: what is synchronous cannot fail, so only that is done.
// Why it fails: the boats get dirty. There is a runtime nearly always, and it has the time.
// Rejected by: a_boat_that_comes_back_is_washed_and_signed_in
// Says: the boat was washed 0 times

mod harbour;

pub use harbour::Harbour;

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
        // ANCHOR: mistake
        self.harbour.sign_in(self.boat);
        // ANCHOR_END: mistake
    }
}

#[cfg(test)]
mod check;
