use std::sync::mpsc;
use std::time::Duration;
use tokio::task::spawn_blocking;
use tokio::time::{advance, sleep, timeout};

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let task = tokio::spawn(async {
        sleep(3 * SECOND).await;
        println!("  the task sends the invoices");
    });
    println!("a task: {:?}", timeout(SECOND, task).await);
    sleep(5 * SECOND).await;

    let (go, may_go) = mpsc::channel();
    let closure = spawn_blocking(move || {
        may_go.recv().expect("it is told to go");
        println!("  the closure sends the invoices");
    });
    // As long as a closure runs, the paused clock has to be moved by hand.
    let (answer, ()) = tokio::join!(timeout(SECOND, closure), advance(SECOND));
    println!("a closure: {answer:?}");
    go.send(()).expect("the closure is still there");
} // The runtime is shut down here, and that waits for the closure.
// ANCHOR_END: main
