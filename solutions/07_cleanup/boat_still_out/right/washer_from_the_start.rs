// The one who will wash is spawned at the beginning, where there is a runtime, and waits for a
// word.

mod harbour;

pub use harbour::Harbour;
use tokio::sync::oneshot;

pub struct Hire {
    harbour: Harbour,
    boat: u32,
    back: Option<oneshot::Sender<()>>,
}

impl Hire {
    pub fn begin(harbour: &Harbour, boat: u32) -> Hire {
        harbour.sign_out(boat);
        let (back, is_back) = oneshot::channel();
        let washer = harbour.clone();
        tokio::spawn(async move {
            let _ = is_back.await;
            washer.wash(boat).await;
        });
        Hire { harbour: harbour.clone(), boat, back: Some(back) }
    }
}

impl Drop for Hire {
    fn drop(&mut self) {
        self.harbour.sign_in(self.boat);
        let _ = self.back.take().map(|back| back.send(()));
    }
}

#[cfg(test)]
mod check;
