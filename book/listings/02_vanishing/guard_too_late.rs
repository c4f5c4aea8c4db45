use futures::FutureExt;
use std::cell::Cell;
use tokio::task::yield_now;

// ANCHOR: seats
/// A guest who goes home frees a seat.
struct Guest<'a>(&'a Cell<u32>);

impl Drop for Guest<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

async fn guard_after(taken: &Cell<u32>) -> Guest<'_> {
    taken.set(taken.get() + 1);
    lay_the_table().await;
    Guest(taken)
}

async fn guard_before(taken: &Cell<u32>) -> Guest<'_> {
    taken.set(taken.get() + 1);
    let guest = Guest(taken);
    lay_the_table().await;
    guest
}
// ANCHOR_END: seats

async fn lay_the_table() {
    yield_now().await;
}

fn main() {
    let taken = Cell::new(0);
    for _ in 0..10 {
        assert!(guard_after(&taken).now_or_never().is_none());
    }
    println!("guard after the await:  {:2} seats taken", taken.get());

    let taken = Cell::new(0);
    for _ in 0..10 {
        assert!(guard_before(&taken).now_or_never().is_none());
    }
    println!("guard before the await: {:2} seats taken", taken.get());
}
