// The book is the matter of a field with a destructor of its own: fields are dropped after
// `Drop::drop`.

mod harbour;

pub use harbour::Harbour;
use tokio::runtime::Handle;

pub struct Hire {
    back: Back,
}

impl Hire {
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        Hire { back: Back { harbour: harbour.clone(), boat } }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        if let Ok(runtime) = Handle::try_current() {
            let (harbour, boat) = (self.back.harbour.clone(), self.back.boat);
            runtime.spawn(async move { harbour.wash(boat).await });
        }
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
