use std::sync::Mutex;
use std::task::{Context, Waker};
use std::thread;
use tokio::task::yield_now;

struct Witness;

impl Drop for Witness {
    fn drop(&mut self) {
        println!("a destructor runs; panicking: {}", thread::panicking());
    }
}

// ANCHOR: add_two
#[expect(clippy::await_holding_lock, reason = "to see what becomes of the lock")]
async fn add_two(number: &Mutex<i32>) {
    let _witness = Witness;
    let mut number = number.lock().unwrap();
    *number += 1;
    yield_now().await;
    *number += 1;
}
// ANCHOR_END: add_two

fn main() {
    let number = Mutex::new(0);
    let mut future = Box::pin(add_two(&number));
    assert!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    drop(future);

    println!("poisoned: {}", number.is_poisoned());
    println!("number: {}", number.lock().unwrap());
}
