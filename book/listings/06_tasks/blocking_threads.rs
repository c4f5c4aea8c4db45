use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc;
use tokio::runtime::Builder;
use tokio::task::{JoinHandle, spawn_blocking};

fn main() {
    // One thread for blocking work, so that the second closure has to queue.
    let runtime = Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
    runtime.block_on(on_one_blocking_thread());
}

// ANCHOR: blocking
async fn on_one_blocking_thread() {
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let running = spawn_blocking(move || {
        begun.send(()).unwrap();
        may_go_on.recv().unwrap();
        "ran to its end"
    });
    let queued = spawn_blocking(|| "ran to its end");
    has_begun.recv().unwrap();

    running.abort();
    queued.abort();
    go_on.send(()).unwrap();
    report("running, then aborted", running).await;
    report("queued, then aborted", queued).await;

    let stop = Arc::new(AtomicBool::new(false));
    let is_stopped = Arc::clone(&stop);
    let (begun, has_begun) = mpsc::channel();
    let looping = spawn_blocking(move || {
        begun.send(()).unwrap();
        while !is_stopped.load(Relaxed) {
            std::thread::yield_now(); // A piece of work.
        }
        "saw the flag"
    });
    has_begun.recv().unwrap();
    stop.store(true, Relaxed);
    report("asked by a flag", looping).await;
}
// ANCHOR_END: blocking

async fn report(what: &str, task: JoinHandle<&'static str>) {
    println!("{what:23} {}", task.await.unwrap_or("never began"));
}
