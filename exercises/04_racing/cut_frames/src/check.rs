//! A read that loses a race must not lose what it has read.

use super::{Station, receive};
use std::future::poll_fn;
use std::io;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex, split};
use tokio::join;
use tokio::time::sleep;

/// The watchdog's patience, in milliseconds.
const PATIENCE: u128 = 100;

/// Reports of all kinds: short, without a text, and so long that both bytes of the length count.
fn reports() -> Vec<Vec<u8>> {
    vec![b"wind 12".to_vec(), Vec::new(), vec![b'~'; 300], b"snow".to_vec()]
}

fn frame(text: &[u8]) -> Vec<u8> {
    let length = u16::try_from(text.len()).expect("reports are short");
    [&length.to_be_bytes(), text].concat()
}

fn frames(texts: &[Vec<u8>]) -> Vec<u8> {
    texts.iter().flat_map(|text| frame(text)).collect()
}

/// Sends the pieces with a pause after each, ends the wire, and gives back what `receive` said.
async fn deliver(pieces: &[&[u8]], pause: u64, station: &Station) -> io::Result<()> {
    let (mut mountain, valley) = duplex(64);
    let send = async move {
        for piece in pieces {
            // If `receive` is over already, nobody reads; the result shows that.
            let _ = mountain.write_all(piece).await;
            sleep(Duration::from_millis(pause)).await;
        }
    };
    join!(receive(valley, station), send).0
}

fn shown(reports: &[Vec<u8>]) -> String {
    let short = |report: &Vec<u8>| -> String {
        let text: String = String::from_utf8_lossy(report).chars().take(12).collect();
        format!("{text:?} ({} bytes)", report.len())
    };
    format!("[{}]", reports.iter().map(short).collect::<Vec<_>>().join(", "))
}

#[track_caller]
fn assert_stored(station: &Station, expected: &[Vec<u8>], said: &io::Result<()>, how: &str) {
    let stored = station.reports();
    assert!(
        stored == expected,
        "The frames of {} reports were sent {how}.\n\
         Stored were {},\nand should have been {}.\n\
         `receive` said {said:?}. Whoever reads half a frame and loses the race: where is that half \
         kept, and what does the next read begin with? And a single read may bring two frames.",
        expected.len(),
        shown(&stored),
        shown(expected),
    );
    assert!(
        said.is_ok(),
        "The frames of {} reports were sent {how}, and all were stored; the wire ended after a whole \
         frame, and `receive` said {said:?}",
        expected.len()
    );
}

#[test]
fn every_report_is_stored_once_and_in_order() {
    probe::run(async {
        let (station, reports) = (Station::start(), reports());
        let whole: Vec<Vec<u8>> = reports.iter().map(|text| frame(text)).collect();
        let pieces: Vec<&[u8]> = whole.iter().map(Vec::as_slice).collect();
        let said = deliver(&pieces, 10, &station).await;
        assert_stored(&station, &reports, &said, "in one piece each, 10 ms apart");
    });
}

#[test]
fn a_report_is_stored_when_its_last_byte_has_arrived() {
    probe::run(async {
        let (mut mountain, valley) = duplex(64);
        let station = Station::start();
        let send = async {
            for (before, report) in reports().iter().enumerate() {
                let frame = frame(report);
                let (most, last) = frame.split_at(frame.len() - 1);
                for (piece, whole) in [(most, 0), (last, 1)] {
                    let _ = mountain.write_all(piece).await;
                    sleep(Duration::from_millis(10)).await;
                    let expected = before + whole;
                    let stored = station.reports().len();
                    assert!(
                        stored == expected,
                        "{expected} of 4 frames have arrived whole, the wire is open, and {stored} reports are \
                         stored.\n\
                         The wire may stay open for weeks. What does `receive` wait for?"
                    );
                }
                // Until the next one the wire is silent.
                sleep(Duration::from_secs(1)).await;
            }
            drop(mountain);
        };
        let _ = join!(receive(valley, &station), send);
    });
}

#[test]
fn a_report_that_arrives_in_two_pieces_is_stored_whole() {
    let reports = [b"wind 12".to_vec(), b"snow".to_vec()];
    let bytes = frames(&reports);
    for cut in 1..bytes.len() {
        probe::run(async {
            let station = Station::start();
            let said = deliver(&[&bytes[..cut], &bytes[cut..]], 250, &station).await;
            let how = format!(
                "as {:?},\nand 250 ms later {:?}",
                String::from_utf8_lossy(&bytes[..cut]),
                String::from_utf8_lossy(&bytes[cut..])
            );
            assert_stored(&station, &reports, &said, &how);
        });
    }
}

#[test]
fn a_report_that_arrives_byte_by_byte_is_stored_whole() {
    // At 50 and 100 ms a byte and a beat come in the same moment, and `select!` may take either first.
    for pause in [50, 70, 100, 130] {
        probe::run(async {
            let station = Station::start();
            let reports = [b"wind 12".to_vec(), Vec::new(), b"snow".to_vec()];
            let bytes = frames(&reports);
            let pieces: Vec<&[u8]> = bytes.chunks(1).collect();
            let said = deliver(&pieces, pause, &station).await;
            assert_stored(&station, &reports, &said, &format!("byte by byte, {pause} ms apart"));
        });
    }
}

#[test]
fn what_arrives_together_with_the_end_of_a_frame_belongs_to_the_next() {
    let reports = reports();
    let bytes = frames(&reports);
    for size in [3, 11, 64, 200, bytes.len()] {
        probe::run(async {
            let station = Station::start();
            let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
            let said = deliver(&pieces, 150, &station).await;
            let how = format!("in pieces of {size} bytes, 150 ms apart");
            assert_stored(&station, &reports, &said, &how);
        });
    }
}

#[test]
fn the_watchdog_is_reassured_all_the_time() {
    for pause in [10, 30, 70, 350] {
        probe::run(async {
            let station = Station::start();
            let bytes = frames(&[vec![b'~'; 60], b"snow".to_vec()]);
            let pieces: Vec<&[u8]> = bytes.chunks(1).collect();
            let _ = deliver(&pieces, pause, &station).await;
            let end = station.now();
            let mut before = 0;
            for beat in station.beats().into_iter().chain([end]) {
                assert!(
                    // A timer is exact to a millisecond.
                    beat - before <= PATIENCE + 1,
                    "The bytes of a frame came {pause} ms apart, and between {before} ms and {beat} ms \
                     nobody reassured the watchdog: it has switched the station off.\n\
                     What keeps the beat from coming while a frame is on its way?"
                );
                before = beat;
            }
            let most = end / PATIENCE + 2;
            let beats = station.beats().len();
            assert!(
                beats as u128 <= most,
                "In {end} ms the watchdog was reassured {beats} times: that is no beat every 100 ms"
            );
        });
    }
}

#[test]
fn a_wire_that_ends_within_a_frame_is_an_error() {
    let (first, second) = (b"wind 12".to_vec(), b"snow".to_vec());
    let bytes = frames(&[first.clone(), second.clone()]);
    let whole = frame(&first).len();
    for end in 0..=bytes.len() {
        // Between a length and its text, tokio-util's `LengthDelimitedCodec` takes the end for a good one.
        // That is a fault of the codec, and not what this exercise is about.
        if [2, whole + 2].contains(&end) {
            continue;
        }
        probe::run(async {
            let station = Station::start();
            let said = deliver(&[&bytes[..end]], 250, &station).await;
            let stored = station.reports().len();
            let complete = usize::from(end >= whole) + usize::from(end == bytes.len());
            assert!(
                stored == complete,
                "the wire ended after {end} bytes, that is after {complete} whole frames, and {stored} \
                 reports were stored"
            );
            let within = ![0, whole, bytes.len()].contains(&end);
            assert!(
                said.is_err() == within,
                "the wire ended after {end} bytes, {} a frame, and `receive` said {said:?}.\n\
                 Who will notice that a report is missing?",
                if within { "within" } else { "after the last byte of" }
            );
        });
    }
}

#[test]
fn whoever_drops_it_gets_the_wire_back() {
    let sweep = probe::at_every_suspension(async |cut| {
        let (mountain, valley) = duplex(64);
        let (mut listening, mut sending) = split(mountain);
        let station = Station::start();
        let send = async {
            for piece in frames(&[b"wind 12".to_vec()]).chunks(4) {
                let _ = sending.write_all(piece).await;
                sleep(Duration::from_millis(150)).await;
            }
            let _ = sending.shutdown().await;
        };
        let receive_and_look = async {
            cut.run(receive(valley, &station)).await;
            probe::settle().await;
            // With nobody at the other end, a read is at its end at once.
            let mut nothing = [0];
            let mut read = pin!(listening.read(&mut nothing));
            let at_once = poll_fn(|cx| Poll::Ready(read.as_mut().poll(cx).is_ready())).await;
            assert!(
                at_once,
                "`receive` is over, and somebody still holds its end of the wire. Who, and until when?"
            );
        };
        join!(receive_and_look, send);
    });
    // Before the first poll, and a beat or a piece each time.
    sweep.at_least(4);
}
