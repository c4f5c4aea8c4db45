use std::future::pending;
use std::sync::Arc;
use tokio::task::{JoinSet, LocalSet, yield_now};
use tokio_util::task::AbortOnDropHandle;

// ANCHOR: owners
/// Holds its plate for ever; we count who holds one.
async fn eat(_plate: Arc<()>) {
    pending::<()>().await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{:27} {:>11} {:>13}", "the task is alive:", "at once", "a turn later");

    let plate = Arc::new(());
    let handle = tokio::spawn(eat(plate.clone()));
    yield_now().await;
    drop(handle);
    report("JoinHandle dropped", &plate).await;

    let plate = Arc::new(());
    let handle = tokio::spawn(eat(plate.clone())).abort_handle();
    yield_now().await;
    drop(handle);
    report("AbortHandle dropped", &plate).await;

    let plate = Arc::new(());
    let handle = AbortOnDropHandle::new(tokio::spawn(eat(plate.clone())));
    yield_now().await;
    drop(handle);
    report("AbortOnDropHandle dropped", &plate).await;

    let plate = Arc::new(());
    let mut set = JoinSet::new();
    set.spawn(eat(plate.clone()));
    yield_now().await;
    drop(set);
    report("JoinSet dropped", &plate).await;

    let plate = Arc::new(());
    let mut set = JoinSet::new();
    set.spawn(eat(plate.clone()));
    yield_now().await;
    set.shutdown().await;
    report("JoinSet::shutdown awaited", &plate).await;

    let plate = Arc::new(());
    let local = LocalSet::new();
    local.spawn_local(eat(plate.clone()));
    local.run_until(yield_now()).await;
    drop(local);
    report("LocalSet dropped", &plate).await;
}
// ANCHOR_END: owners

async fn report(what: &str, plate: &Arc<()>) {
    let is_alive = || if Arc::strong_count(plate) > 1 { "yes" } else { "no" };
    let at_once = is_alive();
    yield_now().await;
    println!("{what:27} {at_once:>11} {:>13}", is_alive());
}
