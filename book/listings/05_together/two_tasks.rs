use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;
use tokio::{spawn, try_join};

// ANCHOR: two_tasks
async fn bread() -> Result<&'static str, &'static str> {
    Err("no flour")
}

async fn soup() -> Result<&'static str, &'static str> {
    sleep(Duration::from_secs(1800)).await;
    println!("  the soup is done");
    Ok("soup")
}

/// The error of the task as the error of the whole.
async fn flat<T>(task: JoinHandle<Result<T, &'static str>>) -> Result<T, &'static str> {
    task.await.expect("nobody panics, and nobody aborts")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let supper = try_join!(spawn(bread()), spawn(soup()));
    println!("handles:    {supper:?}");

    let supper = try_join!(flat(spawn(bread())), flat(spawn(soup())));
    println!("flat:       {supper:?}");
    sleep(Duration::from_secs(3600)).await;
}
// ANCHOR_END: two_tasks
