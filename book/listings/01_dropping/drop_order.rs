use std::future::pending;
use std::task::{Context, Waker};

struct Named(&'static str);

impl Drop for Named {
    fn drop(&mut self) {
        println!("  {}", self.0);
    }
}

// ANCHOR: work
async fn work(_first: Named, _second: Named) {
    let _third = Named("third, a local");
    let _fourth = Named("fourth, a local");
    pending::<()>().await;
}
// ANCHOR_END: work

fn main() {
    let arguments = || (Named("first, a parameter"), Named("second, a parameter"));

    println!("suspended, then dropped:");
    let (first, second) = arguments();
    let mut future = Box::pin(work(first, second));
    assert!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(future);

    println!("dropped without a poll:");
    let (first, second) = arguments();
    drop(work(first, second));
}
