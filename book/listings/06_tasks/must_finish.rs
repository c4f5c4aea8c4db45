use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;

// ANCHOR: must_finish
async fn move_out() {
    println!("  the old flat is given up");
    sleep(Duration::from_secs(2)).await;
    println!("  the new flat is taken");
}

/// Starts the work as a task of its own and waits for it. If this is dropped, the task runs on.
async fn move_out_for_sure(tasks: &TaskTracker) {
    let task: JoinHandle<()> = tasks.spawn(move_out());
    task.await.expect("moving does not panic");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let second = Duration::from_secs(1);

    println!("awaited: {:?}", timeout(second, move_out()).await);

    let tasks = TaskTracker::new();
    println!("its own task: {:?}", timeout(second, move_out_for_sure(&tasks)).await);
    tasks.close();
    tasks.wait().await;
    println!("main returns");
}
// ANCHOR_END: must_finish
