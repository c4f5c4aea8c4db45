use crate::loopback::{Client, listen};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use volga::{App, CancellationToken, ok};

// ANCHOR: program
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let (sender, mut tokens) = unbounded_channel();
    let (app, shutdown) = App::with_shutdown();
    let mut app = app.without_greeter();
    app.map_get("/", move |token: CancellationToken| {
        let _ = sender.send(token);
        ok!("done")
    });
    let (listener, port) = listen().await?;
    let server = tokio::spawn(app.run_with_listener(listener));

    let mut client = Client::connect(port).await?;
    let first = request(&mut client, &mut tokens).await?;
    show("request 1", &first);
    first.cancel();
    show("request 1, after `cancel()`", &first);
    let second = request(&mut client, &mut tokens).await?;
    show("request 2, on the same connection", &second);

    let mut client = Client::connect(port).await?;
    let third = request(&mut client, &mut tokens).await?;
    show("request 3, on another connection", &third);
    drop(client);
    shutdown.shutdown();
    server.await??; // It waits for its connections.
    show("request 3, closed and shut down", &third);
    Ok(())
}

/// Reads the whole answer: this client does not hang up.
async fn request(
    client: &mut Client,
    tokens: &mut UnboundedReceiver<CancellationToken>,
) -> anyhow::Result<CancellationToken> {
    client.get("/").await?;
    client.answer("done").await?;
    Ok(tokens.recv().await.expect("the handler sends one before it answers"))
}

fn show(request: &str, token: &CancellationToken) {
    let state = if token.is_cancelled() { "cancelled" } else { "not cancelled" };
    println!("{request:33} {state}");
}
// ANCHOR_END: program
