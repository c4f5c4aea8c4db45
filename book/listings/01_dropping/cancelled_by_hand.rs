use std::future::pending;
use std::task::{Context, Waker};

struct Guard;

impl Drop for Guard {
    fn drop(&mut self) {
        println!("  its guard is dropped");
    }
}

async fn work() {
    println!("  its body begins");
    let _guard = Guard;
    pending::<()>().await;
    println!("  its body ends");
}

fn main() {
    println!("made");
    let mut future = Box::pin(work());

    println!("polled");
    let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    println!("  it says {poll:?}");

    println!("dropped");
    drop(future);
}
