use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

struct Named(&'static str);

impl Drop for Named {
    fn drop(&mut self) {
        println!("  {} is dropped", self.0);
    }
}

fn new_runtime() -> Runtime {
    Builder::new_current_thread().enable_time().start_paused(true).build().unwrap()
}

// ANCHOR: shutdown
async fn post(letter: Named) {
    sleep(Duration::from_secs(1)).await;
    println!("  {} is posted", letter.0);
}

fn main() {
    println!("a task, and `drop(runtime)`:");
    let runtime = new_runtime();
    runtime.block_on(async {
        tokio::spawn(post(Named("the letter")));
        tokio::task::yield_now().await;
    });
    drop(runtime);
    println!("  the runtime is gone");

    println!("a closure, and `drop(runtime)`:");
    let runtime = new_runtime();
    let (begun, has_begun) = mpsc::channel();
    runtime.spawn_blocking(move || {
        begun.send(()).unwrap();
        (0..1000).for_each(|_| thread::yield_now()); // Some work.
        println!("  the closure ends");
    });
    has_begun.recv().unwrap();
    drop(runtime);
    println!("  the runtime is gone");

    println!("a closure, and `shutdown_background()`:");
    let runtime = new_runtime();
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let (done, is_done) = mpsc::channel();
    runtime.spawn_blocking(move || {
        begun.send(()).unwrap();
        may_go_on.recv().unwrap();
        println!("  the closure ends");
        done.send(()).unwrap();
    });
    has_begun.recv().unwrap();
    runtime.shutdown_background();
    println!("  the runtime is gone");
    go_on.send(()).unwrap();
    is_done.recv().unwrap();
}
// ANCHOR_END: shutdown
