use futures::stream::unfold;
use std::future::ready;
use std::pin::pin;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, duplex};
use tokio::sync::{Barrier, Mutex, Notify, mpsc, watch};
use tokio::time::{Instant, interval_at};
use tokio_stream::StreamExt;
use tokio_util::codec::{FramedRead, LinesCodec};

// ANCHOR: lose
/// Polls a future once in a race that it cannot win.
async fn lose<T>(future: impl Future<Output = T>) {
    tokio::select! {
        biased;
        _ = future => panic!("it was to lose"),
        () = ready(()) => {}
    }
}
// ANCHOR_END: lose

fn report(operation: &str, then: impl std::fmt::Display) {
    println!("{operation:20} {then}");
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (sender, mut receiver) = mpsc::channel(1);
    lose(receiver.recv()).await;
    sender.send("a message").await.unwrap();
    assert_eq!(receiver.recv().await, Some("a message"));
    report("recv", "nothing");

    let (mut sender, mut receiver) = duplex(16);
    let mut buffer = [0; 8];
    lose(receiver.read(&mut buffer)).await;
    sender.write_all(b"abc").await.unwrap();
    assert_eq!(receiver.read(&mut buffer).await.unwrap(), 3);
    report("read", "nothing");

    let begun = Instant::now();
    let mut interval = interval_at(begun + Duration::from_secs(1), Duration::from_secs(1));
    lose(interval.tick()).await;
    interval.tick().await;
    assert_eq!(begun.elapsed(), Duration::from_secs(1));
    report("tick", "nothing");

    let (sender, mut receiver) = watch::channel(0);
    lose(receiver.changed()).await;
    sender.send(1).unwrap();
    receiver.changed().await.unwrap();
    assert_eq!(*receiver.borrow(), 1);
    report("changed", "nothing");

    let (mut sender, receiver) = duplex(16);
    let mut lines = BufReader::new(receiver).lines();
    sender.write_all(b"hel").await.unwrap();
    lose(lines.next_line()).await;
    sender.write_all(b"lo\n").await.unwrap();
    assert_eq!(lines.next_line().await.unwrap().unwrap(), "hello");
    report("Lines::next_line", "nothing");

    let (mut sender, receiver) = duplex(16);
    let mut frames = FramedRead::new(receiver, LinesCodec::new());
    sender.write_all(b"hel").await.unwrap();
    lose(frames.next()).await;
    sender.write_all(b"lo\n").await.unwrap();
    assert_eq!(frames.next().await.unwrap().unwrap(), "hello");
    report("FramedRead::next", "nothing");

    let (mut sender, receiver) = duplex(16);
    let mut frames = pin!(unfold(receiver, async |mut receiver| {
        let mut frame = [0; 5];
        receiver.read_exact(&mut frame).await.ok()?;
        Some((frame, receiver))
    }));
    sender.write_all(b"hel").await.unwrap();
    lose(frames.next()).await;
    sender.write_all(b"lo...").await.unwrap();
    assert_eq!(frames.next().await.as_ref(), Some(b"hello"));
    report("next of any stream", "nothing, here with a read_exact inside the stream");

    let (mut sender, mut receiver) = duplex(4);
    let mut rest: &[u8] = b"abcdefgh";
    lose(sender.write_all_buf(&mut rest)).await;
    let mut peer = [0; 4];
    receiver.read_exact(&mut peer).await.unwrap();
    report(
        "write_all_buf",
        format!("nothing: {:?} is sent, {:?} is left", ascii(&peer), ascii(rest)),
    );

    let (mut sender, mut receiver) = duplex(4);
    lose(sender.write_all(b"abcdefgh")).await;
    let again = tokio::spawn(async move { sender.write_all(b"abcdefgh").await });
    let mut peer = Vec::new();
    receiver.read_to_end(&mut peer).await.unwrap();
    again.await.unwrap().unwrap();
    report("write_all", format!("how far it was: said again, it sends {:?}", ascii(&peer)));

    // ANCHOR: read_exact
    let (mut sender, mut receiver) = duplex(16);
    let mut frame = [0; 5];
    sender.write_all(b"hel").await.unwrap();
    lose(receiver.read_exact(&mut frame)).await;
    sender.write_all(b"lo...").await.unwrap();
    receiver.read_exact(&mut frame).await.unwrap();
    report("read_exact", format!("how far it was: said again, it reads {:?}", ascii(&frame)));
    // ANCHOR_END: read_exact

    let (mut sender, receiver) = duplex(16);
    let (mut receiver, mut line) = (BufReader::new(receiver), "so far: ".to_owned());
    sender.write_all(b"hel").await.unwrap();
    lose(receiver.read_line(&mut line)).await;
    let left = line.clone();
    sender.write_all(b"lo\n").await.unwrap();
    receiver.read_line(&mut line).await.unwrap();
    report(
        "read_line",
        format!("the half line, and what was in the String ({left:?}): then {line:?}"),
    );

    let (sender, mut receiver) = mpsc::channel(1);
    sender.send("first").await.unwrap();
    lose(sender.send("second")).await;
    assert_eq!(receiver.recv().await, Some("first"));
    assert!(receiver.try_recv().is_err());
    report("send", "the message");

    let counter = Mutex::new(());
    let held = counter.lock().await;
    lose(counter.lock()).await; // The first in the queue.
    let (mut other, mut again) = (Box::pin(counter.lock()), Box::pin(counter.lock()));
    lose(&mut other).await;
    lose(&mut again).await;
    drop(held);
    let _turn = other.await;
    lose(&mut again).await;
    report("lock", "the place in the queue");

    let notify = Notify::new();
    lose(notify.notified()).await;
    notify.notify_waiters();
    lose(notify.notified()).await;
    report("notified", "a notify_waiters that comes before the next wait");

    let barrier = Barrier::new(2);
    lose(barrier.wait()).await;
    barrier.wait().await;
    report("Barrier::wait", "too little: who has left is still counted");

    let task = tokio::spawn(async { std::future::pending::<()>().await });
    lose(task).await;
    tokio::task::yield_now().await;
    let tasks = tokio::runtime::Handle::current().metrics().num_alive_tasks();
    report("a JoinHandle", format!("the handle; the task runs on ({tasks} alive)"));
}

fn ascii(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string()
}
