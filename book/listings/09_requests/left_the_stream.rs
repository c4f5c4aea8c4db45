use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{Instant, sleep};

const SECOND: Duration = Duration::from_secs(1);
const PAGES: u32 = 10;

// ANCHOR: producers
/// Ten seconds of work for each page.
async fn page(number: u32) -> u32 {
    sleep(10 * SECOND).await;
    number
}

async fn does_not_listen(reader: Sender<u32>) -> u32 {
    for number in 1..=PAGES {
        let _ = reader.send(page(number).await).await;
    }
    PAGES
}

async fn hears_it_from_send(reader: Sender<u32>) -> u32 {
    for number in 1..=PAGES {
        if reader.send(page(number).await).await.is_err() {
            return number;
        }
    }
    PAGES
}

async fn listens_while_it_works(reader: Sender<u32>) -> u32 {
    for number in 1..=PAGES {
        let page = tokio::select! {
            page = page(number) => page,
            () = reader.closed() => return number,
        };
        if reader.send(page).await.is_err() {
            return number;
        }
    }
    PAGES
}
// ANCHOR_END: producers

/// Reads two pages, and leaves in the middle of the third.
async fn reader(mut pages: Receiver<u32>) {
    pages.recv().await;
    pages.recv().await;
    sleep(5 * SECOND).await;
}

async fn report(name: &str, producer: impl Future<Output = u32>, pages: Receiver<u32>) {
    let begun = Instant::now();
    let producer = async { (producer.await, begun.elapsed().as_secs()) };
    let ((begun, seconds), ()) = tokio::join!(producer, reader(pages));
    println!("{name:24} begins {begun:>2} pages and is over after {seconds:>3} s");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (sender, pages) = channel(1);
    report("does not listen", does_not_listen(sender), pages).await;
    let (sender, pages) = channel(1);
    report("hears it from send", hears_it_from_send(sender), pages).await;
    let (sender, pages) = channel(1);
    report("listens while it works", listens_while_it_works(sender), pages).await;
}
