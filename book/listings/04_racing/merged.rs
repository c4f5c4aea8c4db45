use futures::stream::unfold;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
use tokio::time::{Instant, interval_at, sleep};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::IntervalStream;

const SECOND: Duration = Duration::from_secs(1);

// ANCHOR: merged
enum Event {
    Frame([u8; 4]),
    Tick,
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (mut sender, receiver) = duplex(16);
    tokio::spawn(async move {
        for byte in *b"frogtoadnewt" {
            sleep(SECOND).await;
            sender.write_u8(byte).await.expect("somebody reads");
        }
    });
    let frames = unfold(receiver, async |mut receiver| {
        let mut frame = [0; 4];
        receiver.read_exact(&mut frame).await.ok()?;
        Some((frame, receiver))
    });
    let ticks = IntervalStream::new(interval_at(Instant::now() + 5 * SECOND, 5 * SECOND));

    let events = frames.map(Event::Frame).merge(ticks.map(|_| Event::Tick));
    let mut events = pin!(events.take(5));
    while let Some(event) = events.next().await {
        match event {
            Event::Frame(frame) => println!("{}", frame.escape_ascii()),
            Event::Tick => println!("tick"),
        }
    }
}
// ANCHOR_END: merged
