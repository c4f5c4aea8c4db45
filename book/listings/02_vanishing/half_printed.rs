use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let total = b"TOTAL 12.50";
    let second = Duration::from_secs(1);

    // How far it has come is written in the future, and the future is dropped.
    let (mut printer, paper) = slow_printer();
    if timeout(second, printer.write_all(total)).await.is_err() {
        printer.write_all(total).await.expect("the printer is on");
    }
    report("write_all, called again:", printer, paper).await;

    // The caller has it: the slice grows shorter with every byte that is gone.
    let (mut printer, paper) = slow_printer();
    let mut rest = &total[..];
    if timeout(second, printer.write_all_buf(&mut rest)).await.is_err() {
        printer.write_all_buf(&mut rest).await.expect("the printer is on");
    }
    report("write_all_buf, called again:", printer, paper).await;

    // It is written in the future again, and the caller keeps the future.
    let (mut printer, paper) = slow_printer();
    let mut printing = Box::pin(printer.write_all(total));
    if timeout(second, &mut printing).await.is_err() {
        printing.await.expect("the printer is on");
    }
    report("write_all, awaited again:", printer, paper).await;
}
// ANCHOR_END: main

/// Prints five characters in a second.
fn slow_printer() -> (DuplexStream, JoinHandle<String>) {
    let (near, mut far) = duplex(4);
    let paper = tokio::spawn(async move {
        let mut paper = String::new();
        while let Ok(byte) = far.read_u8().await {
            paper.push(byte.into());
            sleep(Duration::from_millis(200)).await;
        }
        paper
    });
    (near, paper)
}

async fn report(how: &str, printer: DuplexStream, paper: JoinHandle<String>) {
    drop(printer);
    println!("{how:30} {}", paper.await.expect("the printer does not panic"));
}
