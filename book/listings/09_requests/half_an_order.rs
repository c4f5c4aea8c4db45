use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::time::sleep;

struct Handler;

impl Drop for Handler {
    fn drop(&mut self) {
        println!("  the handler is gone");
    }
}

async fn order(book: &str) -> String {
    let _handler = Handler;
    println!("  {book}: card charged");
    sleep(Duration::from_secs(2)).await; // The warehouse packs.
    println!("  {book}: parcel sent");
    format!("{book} is on its way\n")
}

/// One connection: a line comes in, a line goes out.
async fn serve(wire: DuplexStream) {
    let mut wire = BufReader::new(wire);
    let mut book = String::new();
    wire.read_line(&mut book).await.expect("the wire does not fail");
    tokio::select! {
        answer = order(book.trim()) => {
            wire.write_all(answer.as_bytes()).await.expect("the client is there");
        }
        // Nothing else comes in this program, so this is the end of the wire.
        _ = wire.fill_buf() => {}
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for (patience, book) in [(3, "Emma"), (1, "Ulysses")] {
        println!("a client that hangs up after {patience} s");
        let (mut client, wire) = duplex(64);
        let client = async {
            client.write_all(format!("{book}\n").as_bytes()).await.expect("the server is there");
            sleep(Duration::from_secs(patience)).await;
            drop(client);
        };
        tokio::join!(serve(wire), client);
    }
}
