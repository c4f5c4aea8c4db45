use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::timeout;

const SECOND: Duration = Duration::from_secs(1);
const SALE: &[u8] = b"sale 17: 250\n";

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    // The office reads nothing for now, and the wire holds eleven bytes.
    let (mut till, office) = duplex(11);
    let first = timeout(SECOND, till.write_all(SALE)).await;
    println!("write_all: {first:?}, and again:");
    let again = async { till.write_all(SALE).await.expect("the office is there") };
    tokio::join!(again, read(office, 11 + SALE.len()));

    let (mut till, office) = duplex(11);
    let mut left = SALE;
    let first = timeout(SECOND, till.write_all_buf(&mut left)).await;
    println!("write_all_buf: {first:?}, and the rest, of {} bytes:", left.len());
    let rest = async { till.write_all_buf(&mut left).await.expect("the office is there") };
    tokio::join!(rest, read(office, SALE.len()));
}
// ANCHOR_END: main

async fn read(mut office: DuplexStream, bytes: usize) {
    let mut text = vec![0; bytes];
    office.read_exact(&mut text).await.expect("so many were sent");
    for line in String::from_utf8_lossy(&text).lines() {
        println!("  the office reads {line:?}");
    }
}
