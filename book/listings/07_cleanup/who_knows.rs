use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Waker};
use tokio::task::yield_now;

// ANCHOR: transaction
/// What has become of the transaction.
struct Views {
    server: Cell<&'static str>,
    client: Cell<&'static str>,
}

async fn transaction(views: &Views) {
    send(views, "open").await; // BEGIN
    send(views, "committed").await; // COMMIT
}

async fn send(views: &Views, state: &'static str) {
    yield_now().await; // On its way to the server.
    views.server.set(state);
    yield_now().await; // The answer is on its way back.
    views.client.set(state);
}
// ANCHOR_END: transaction

fn main() {
    println!("polls  on the server  as far as we know");
    for polls in 0..=5 {
        let views = Views { server: Cell::new("nothing"), client: Cell::new("nothing") };
        {
            let mut transaction = pin!(transaction(&views));
            for _ in 0..polls {
                let _ = transaction.as_mut().poll(&mut Context::from_waker(Waker::noop()));
            }
        }
        let (server, client) = (views.server.get(), views.client.get());
        let differ = if server == client { "" } else { "  <" };
        println!("{polls:5}  {server:15}{client}{differ}");
    }
}
