//! A caller that gives up waiting for a line, and asks again, gets every line whole and once.

use super::LineReader;
use probe::{Check, Cut};
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, DuplexStream, ReadBuf, duplex};
use tokio::time::{sleep, timeout};

const ORDERS: &str = "2 margherita\n\n1 café crème\nthe bill";

/// Somebody sends `text` byte by byte, with a pause before each, and hangs up.
fn typed(text: &'static str, pause: Duration) -> DuplexStream {
    let (mut desk, kitchen) = duplex(1);
    tokio::spawn(async move {
        for byte in text.as_bytes() {
            sleep(pause).await;
            // If the reader is gone, an assertion has already failed.
            let _ = desk.write_all(&[*byte]).await;
        }
    });
    kitchen
}

/// Every call is dropped at the cut, the second try too; the third may run to its end.
async fn read_all(cut: &Cut, input: DuplexStream) -> Vec<String> {
    let mut reader = LineReader::new(input);
    let mut lines = Vec::new();
    loop {
        let mut line = cut.run(reader.next_line()).await;
        if line.is_none() {
            line = cut.run(reader.next_line()).await;
        }
        let line = match line {
            Some(line) => line,
            None => reader.next_line().await,
        };
        match line.expect("the kitchen reads valid UTF-8 from a pipe that does not fail") {
            Some(line) => lines.push(line),
            None => return lines,
        }
    }
}

#[track_caller]
fn assert_whole(lines: &[String], text: &str, how: &str) {
    let sent: Vec<&str> = text.lines().collect();
    let lacks_the_last = lines.len() + 1 == sent.len() && sent.starts_with(&refs(lines));
    let hint = if lacks_the_last { LACKS_THE_LAST } else { "" };
    assert!(
        lines == sent,
        "the kitchen was sent {sent:?},\nand it has read {lines:?}.\n{how}{hint}"
    );
}

fn refs(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

const LACKS_THE_LAST: &str = "\n\
    Only the last line is missing, which has no `\\n`. Either its bytes are gone, or they are\n\
    kept, and the call that came to the end of the pipe did not look there.";

const DROPPED: &str = "\
    Calls of `next_line` were dropped on their way and made again, as by a timeout in a loop.\n\
    The bytes that are missing had been taken out of the pipe.\n\
    Where were they kept at that moment, and what became of that place?";

#[test]
fn every_line_is_given_once_and_in_order() {
    probe::run(async {
        let mut reader = LineReader::new(typed(ORDERS, Duration::ZERO));
        let mut lines = Vec::new();
        while let Some(line) = reader.next_line().await.expect("the pipe does not fail") {
            lines.push(line);
        }
        assert_whole(&lines, ORDERS, "No call was dropped here: this is about lines only.");
        let after = reader.next_line().await.expect("the pipe does not fail");
        assert!(after.is_none(), "after the last line there was one more: {after:?}");
    });
}

#[test]
fn a_line_is_given_as_soon_as_it_has_ended() {
    let check = Check::new().deadlock_means(
        "Here: a whole line has arrived, and the pipe stays open, as it does between two orders.\n\
         `next_line` waits for something else. For what?",
    );
    check.run(async {
        let (mut desk, kitchen) = duplex(64);
        let mut reader = LineReader::new(kitchen);
        for order in ["tea", "cake"] {
            desk.write_all(format!("{order}\n").as_bytes()).await.expect("the reader lives");
            let line = reader.next_line().await.expect("the pipe does not fail");
            assert!(line.as_deref() == Some(order), "{order:?} was sent, and {line:?} was read");
        }
    });
}

#[test]
fn who_looks_up_every_second_still_gets_whole_lines() {
    probe::run(async {
        // A slow typist: no order is complete within a second.
        let mut reader = LineReader::new(typed(ORDERS, Duration::from_millis(300)));
        let mut lines = Vec::new();
        loop {
            match timeout(Duration::from_secs(1), reader.next_line()).await {
                Ok(line) => match line.expect("the pipe does not fail") {
                    Some(line) => lines.push(line),
                    None => break,
                },
                Err(_) => continue, // Look after the oven, then ask again.
            }
        }
        assert_whole(&lines, ORDERS, DROPPED);
    });
}

#[test]
fn nothing_is_lost_wherever_a_call_is_dropped() {
    // One byte fits into the pipe, so a reader has to wait between any two. Where a task of its own
    // reads, a call may wait only once; then there are two points.
    let sweep = probe::at_every_suspension(async |cut| {
        let lines = read_all(cut, typed(ORDERS, Duration::ZERO)).await;
        assert_whole(&lines, ORDERS, DROPPED);
    });
    sweep.at_least(2);
}

#[test]
fn nothing_is_lost_although_nothing_has_to_be_waited_for() {
    // All is in the pipe and its end as well, so that no call would suspend by itself. In
    // production one does as soon as the budget of its task is used up: so every leaf is cut.
    let sweep = probe::at_every_leaf(async |cut| {
        let (mut desk, kitchen) = duplex(64);
        desk.write_all(ORDERS.as_bytes()).await.expect("the reader lives");
        drop(desk);
        let lines = read_all(cut, kitchen).await;
        assert_whole(
            &lines,
            ORDERS,
            "All of it lay ready in the pipe, and a call was dropped between two reads that were\n\
             ready at once; tokio suspends there now and then.\n\
             Where was kept what the first of the two had read?",
        );
    });
    sweep.at_least(2);
}

#[test]
fn two_readers_do_not_mix_their_lines() {
    probe::run(async {
        let (mut desk, kitchen) = duplex(64);
        let (mut phone, bar) = duplex(64);
        let (mut kitchen, mut bar) = (LineReader::new(kitchen), LineReader::new(bar));
        desk.write_all(b"2 margh").await.expect("the reader lives");
        let early = timeout(Duration::from_secs(1), kitchen.next_line()).await;
        assert!(early.is_err(), "half a line was sent, and {early:?} was read");
        phone.write_all(b"1 tonic\n").await.expect("the reader lives");
        let line = bar.next_line().await.expect("the pipe does not fail");
        assert!(
            line.as_deref() == Some("1 tonic"),
            "the kitchen has half of its line; the bar was sent \"1 tonic\" and has read {line:?}"
        );
        desk.write_all(b"erita\n").await.expect("the reader lives");
        let line = kitchen.next_line().await.expect("the pipe does not fail");
        assert_whole(&line.into_iter().collect::<Vec<_>>(), "2 margherita", DROPPED);
    });
}

/// A wire that has broken: that is said once, and then nothing comes any more.
#[derive(Default)]
struct Broken {
    was_said: bool,
}

impl AsyncRead for Broken {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let was_said = std::mem::replace(&mut self.was_said, true);
        Poll::Ready(if was_said { Ok(()) } else { Err(ErrorKind::ConnectionReset.into()) })
    }
}

#[test]
fn what_goes_wrong_is_an_error_and_not_a_line() {
    probe::run(async {
        let mut reader = LineReader::new(b"tea\n2 marg".chain(Broken::default()));
        let line = reader.next_line().await.expect("nothing is wrong with the first line");
        assert!(line.as_deref() == Some("tea"), "\"tea\" was sent, and {line:?} was read");
        let line = reader.next_line().await;
        assert!(
            line.is_err(),
            "the wire broke in the middle of a line, and `next_line` returned {line:?}.\n\
             The kitchen takes that for an order, or for the end of the day. What was it?"
        );
    });
    probe::run(async {
        let mut reader = LineReader::new(&b"caf\xe9\n"[..]);
        let line = reader.next_line().await;
        assert!(
            line.is_err(),
            "a line is not UTF-8, and `next_line` returned {line:?}, which nobody has sent"
        );
    });
}

#[test]
fn a_reader_that_is_dropped_hangs_up() {
    let check = Check::new().deadlock_means(
        "Here: the `LineReader` was dropped, and whoever sends waits for it to hang up.\n\
         Somebody still has its end of the pipe. Who, and who would stop them?",
    );
    for is_in_the_middle in [false, true] {
        check.clone().run(async {
            let (mut desk, kitchen) = duplex(64);
            let mut reader = LineReader::new(kitchen);
            if is_in_the_middle {
                desk.write_all(b"2 margh").await.expect("the reader lives");
                let early = timeout(Duration::from_secs(1), reader.next_line()).await;
                assert!(early.is_err(), "half a line was sent, and {early:?} was read");
            }
            drop(reader);
            probe::settle().await;
            let mut rest = [0];
            let hung_up = desk.read(&mut rest).await;
            assert!(
                matches!(hung_up, Ok(0)),
                "the `LineReader` was dropped, and somebody still holds its end of the pipe"
            );
        });
    }
}
