use std::collections::BTreeSet;
use std::future::pending;
use std::sync::{Arc, Mutex};
use tokio::task::{JoinHandle, yield_now};
use tokio_util::sync::CancellationToken;

#[derive(Clone, Default)]
struct Helpers(Arc<Mutex<BTreeSet<&'static str>>>);

// ANCHOR: request
/// A request: its handler spawns a helper, and then waits for something else.
async fn request(name: &'static str, connection: CancellationToken, helpers: Helpers) {
    let stop = connection.child_token();
    let _over = stop.clone().drop_guard();
    tokio::spawn(helpers.work(name, stop));
    pending().await
}
// ANCHOR_END: request

impl Helpers {
    async fn work(self, name: &'static str, stop: CancellationToken) {
        self.0.lock().expect("nobody panics with it").insert(name);
        stop.cancelled().await;
        self.0.lock().expect("nobody panics with it").remove(name);
    }

    async fn report(&self, event: &str) {
        for _ in 0..10 {
            yield_now().await;
        }
        println!("{event:30}{:?}", self.0.lock().expect("nobody panics with it"));
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let helpers = Helpers::default();
    // ANCHOR: tree
    let server = CancellationToken::new();
    let (a, b) = (server.child_token(), server.child_token());
    let handler = |name, connection: &CancellationToken| -> JoinHandle<()> {
        tokio::spawn(request(name, connection.clone(), helpers.clone()))
    };
    let a1 = handler("a1", &a);
    let (_a2, _a3) = (handler("a2", &a), handler("a3", &a));
    let (_b1, _b2) = (handler("b1", &b), handler("b2", &b));
    helpers.report("five requests").await;
    a1.abort();
    helpers.report("the handler of a1 is dropped").await;
    a.cancel();
    helpers.report("connection a is over").await;
    server.cancel();
    helpers.report("the server closes").await;
    // ANCHOR_END: tree
}
