mod harbour;

pub use harbour::Harbour;

/// A boat that somebody has hired. Whoever drops this has brought it back.
pub struct Hire {
    harbour: Harbour,
    boat: u32,
}

impl Hire {
    /// Is called on a runtime. The boat may come back anywhere.
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        Hire { harbour: harbour.clone(), boat }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        let (harbour, boat) = (self.harbour.clone(), self.boat);
        // TODO: a boat that is back is signed in, whether or not there is a runtime to wash it.
        tokio::spawn(async move {
            harbour.wash(boat).await;
            harbour.sign_in(boat);
        });
    }
}

#[cfg(test)]
mod check;
