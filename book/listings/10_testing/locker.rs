use std::rc::Rc;
use std::sync::Mutex;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::timeout;

type Parcel = Rc<str>;

struct Locker {
    free: Semaphore,
    parcels: Mutex<Vec<Parcel>>,
}

// ANCHOR: locker
impl Locker {
    /// Waits for a free box and puts a parcel into it.
    ///
    /// # Cancel safety
    ///
    /// Not cancel-safe. If the future is dropped, the parcel is either in a box or dropped with the
    /// future. Who wants to keep it waits with [`free_box`](Locker::free_box).
    async fn put(&self, parcel: Parcel) {
        self.free_box().await.put(parcel);
    }

    /// Waits for a free box.
    ///
    /// # Cancel safety
    ///
    /// Cancel-safe, but for the place in the queue: who calls again stands at its end. A `FreeBox`
    /// that is dropped is free for the next one.
    async fn free_box(&self) -> FreeBox<'_> {
        FreeBox { locker: self, permit: self.free.acquire().await.expect("it is never closed") }
    }
}

impl FreeBox<'_> {
    /// Not an `async fn`, so nobody can drop it half-way; it takes the box, so nobody fills it
    /// twice.
    fn put(self, parcel: Parcel) {
        self.locker.parcels.lock().expect("nobody panics with it").push(parcel);
        self.permit.forget();
    }
}
// ANCHOR_END: locker

struct FreeBox<'a> {
    locker: &'a Locker,
    permit: SemaphorePermit<'a>,
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let locker = Locker { free: Semaphore::new(1), parcels: Mutex::default() };
    locker.put("a kettle".into()).await;
    let a_minute = Duration::from_secs(60);

    let parcel: Parcel = "a lamp".into();
    let trace = Rc::downgrade(&parcel);
    if timeout(a_minute, locker.put(parcel)).await.is_err() {
        println!("no box was free; the courier has {:?}", trace.upgrade());
    }

    let parcel: Parcel = "a clock".into();
    match timeout(a_minute, locker.free_box()).await {
        Ok(free_box) => free_box.put(parcel),
        Err(_) => println!("no box was free; the courier has {:?}", Some(parcel)),
    }
}
