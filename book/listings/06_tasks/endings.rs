use std::future::{pending, ready};
use std::panic;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::{AbortHandle, JoinHandle, yield_now};
use tokio::time::sleep;

struct Fragile;

impl Drop for Fragile {
    fn drop(&mut self) {
        panic!("the destructor panics");
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    panic::set_hook(Box::new(|_| {})); // Two of them panic on purpose.

    // ANCHOR: endings
    report("returns", tokio::spawn(async { "tea" })).await;

    report("panics", tokio::spawn(async { panic!("no water") })).await;

    let task = tokio::spawn(pending());
    yield_now().await;
    task.abort();
    report("waits, aborted", task).await;

    let task = tokio::spawn(async {
        println!("not one line of this runs");
        "tea"
    });
    task.abort();
    report("not begun, aborted", task).await;

    let task = tokio::spawn(async { "tea" });
    sleep(Duration::from_secs(1)).await;
    task.abort();
    report("done before it is aborted", task).await;

    let (sender, receiver) = oneshot::channel::<AbortHandle>();
    let task = tokio::spawn(async {
        receiver.await.expect("it is sent below").abort();
        ready(()).await; // Does not suspend.
        "tea"
    });
    sender.send(task.abort_handle()).expect("the task is waiting for it");
    report("does not suspend again, aborted", task).await;

    let task = tokio::spawn(async {
        let _fragile = Fragile;
        pending().await
    });
    yield_now().await;
    task.abort();
    report("panics in a destructor, aborted", task).await;
    // ANCHOR_END: endings
}

async fn report(what: &str, task: JoinHandle<&'static str>) {
    let ending = match task.await {
        Ok(value) => format!("Ok({value:?})"),
        Err(error) if error.is_cancelled() => "cancelled".to_owned(),
        Err(error) => format!("panic: {:?}", error.into_panic().downcast_ref::<&str>()),
    };
    println!("{what:32} {ending}");
}
