use futures::FutureExt;
use futures::future::abortable;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::spawn;
use tokio::task::yield_now;
use tokio::time::{sleep, timeout};
use tokio_util::task::AbortOnDropHandle;

// ANCHOR: handles
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:36}{:10}{:12}an hour later", "", "now", "next turn");

    let state = State::default();
    let task = spawn(work(state.clone()));
    yield_now().await;
    drop(task);
    state.report("JoinHandle dropped").await;

    let state = State::default();
    let task = AbortOnDropHandle::new(spawn(work(state.clone())));
    yield_now().await;
    drop(task);
    state.report("AbortOnDropHandle dropped").await;

    let state = State::default();
    let (remote, handle) = work(state.clone()).remote_handle();
    spawn(remote);
    yield_now().await;
    drop(handle);
    state.report("RemoteHandle dropped").await;

    let state = State::default();
    let (work_in_parts, handle) = abortable(work(state.clone()));
    let mut work_in_parts = Box::pin(work_in_parts);
    let _ = timeout(Duration::from_secs(1), &mut work_in_parts).await;
    handle.abort();
    let aborted = work_in_parts.as_mut().await; // Answers at once.
    state.report(&format!("Abortable that said {aborted:?}")).await;
    drop(work_in_parts);
    state.report("… dropped").await;

    let state = State::default();
    let one = work(state.clone()).shared();
    let other = spawn(one.clone());
    yield_now().await;
    drop(one);
    state.report("Shared, one of two dropped").await;
    drop(other);

    let state = State::default();
    let one = work(state.clone()).shared();
    let other = one.clone();
    let _ = timeout(Duration::from_secs(1), one).await;
    drop(other);
    state.report("Shared, both dropped").await;
}
// ANCHOR_END: handles

async fn work(state: State) {
    let _guard = Guard(state.clone());
    sleep(Duration::from_secs(60)).await;
    state.set("finished");
}

#[derive(Clone)]
struct State(Arc<Mutex<&'static str>>);

impl Default for State {
    fn default() -> State {
        State(Arc::new(Mutex::new("alive")))
    }
}

impl State {
    fn get(&self) -> &'static str {
        *self.0.lock().unwrap()
    }

    fn set(&self, state: &'static str) {
        *self.0.lock().unwrap() = state;
    }

    async fn report(&self, what: &str) {
        let now = self.get();
        yield_now().await;
        let next = self.get();
        sleep(Duration::from_secs(3600)).await;
        println!("{what:36}{now:10}{next:12}{}", self.get());
    }
}

struct Guard(State);

impl Drop for Guard {
    fn drop(&mut self) {
        if self.0.get() == "alive" {
            self.0.set("dropped");
        }
    }
}
