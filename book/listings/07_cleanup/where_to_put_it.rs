use std::future::pending;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::task::yield_now;

type Done = Arc<AtomicBool>;

// ANCHOR: ways
/// What is to be done when a guard is dropped, and who does it.
enum Guard {
    Now(Done),
    Owner(Done, UnboundedSender<Done>),
    Task(Done),
    Thread(Done, Arc<Mutex<Vec<JoinHandle<()>>>>),
}

impl Drop for Guard {
    fn drop(&mut self) {
        match self {
            Guard::Now(done) => done.store(true, SeqCst),
            Guard::Owner(done, owner) => {
                let _ = owner.send(done.clone());
            }
            Guard::Task(done) => {
                let done = done.clone();
                tokio::spawn(async move { done.store(true, SeqCst) });
            }
            Guard::Thread(done, threads) => {
                let done = done.clone();
                let thread = thread::spawn(move || done.store(true, SeqCst));
                threads.lock().unwrap().push(thread); // Or the program may end before it.
            }
        }
    }
}
// ANCHOR_END: ways

fn main() {
    std::panic::set_hook(Box::new(|_| {})); // One of the twelve panics; the table says so.
    println!("{:17}{:17}{:19}during shutdown", "", "on the runtime", "on a plain thread");
    for way in ["do it now", "tell an owner", "spawn a task", "start a thread"] {
        let places = [on_the_runtime, on_a_plain_thread, during_shutdown];
        let ends = places.map(|place| try_it(way, place));
        println!("{way:17}{:17}{:19}{}", ends[0], ends[1], ends[2]);
    }
}

fn try_it(way: &str, place: fn(Runtime, Guard) -> bool) -> &'static str {
    let runtime = Builder::new_current_thread().build().unwrap();
    let (done, threads) = (Done::default(), Arc::default());
    let guard = match way {
        "do it now" => Guard::Now(done.clone()),
        "tell an owner" => Guard::Owner(done.clone(), owner_on(&runtime)),
        "spawn a task" => Guard::Task(done.clone()),
        _ => Guard::Thread(done.clone(), Arc::clone(&threads)),
    };
    let panicked = place(runtime, guard);
    for thread in threads.lock().unwrap().drain(..) {
        thread.join().unwrap();
    }
    match (panicked, done.load(SeqCst)) {
        (true, _) => "panicked",
        (_, true) => "done",
        (_, false) => "never done",
    }
}

/// A task that does what it is sent, until nobody is left to send anything.
fn owner_on(runtime: &Runtime) -> UnboundedSender<Done> {
    let (sender, mut receiver) = unbounded_channel::<Done>();
    runtime.spawn(async move {
        while let Some(done) = receiver.recv().await {
            done.store(true, SeqCst);
        }
    });
    sender
}

fn on_the_runtime(runtime: Runtime, guard: Guard) -> bool {
    runtime.block_on(async {
        drop(guard);
        a_few_turns().await;
    });
    false
}

fn on_a_plain_thread(runtime: Runtime, guard: Guard) -> bool {
    let thread = thread::spawn(|| catch_unwind(AssertUnwindSafe(|| drop(guard))).is_err());
    let panicked = thread.join().unwrap();
    runtime.block_on(a_few_turns());
    panicked
}

fn during_shutdown(runtime: Runtime, guard: Guard) -> bool {
    runtime.block_on(async {
        tokio::spawn(async move {
            let _guard = guard;
            pending::<()>().await;
        });
        a_few_turns().await;
    });
    drop(runtime);
    false
}

async fn a_few_turns() {
    for _ in 0..5 {
        yield_now().await;
    }
}
