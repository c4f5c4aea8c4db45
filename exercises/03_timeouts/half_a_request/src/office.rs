//! The office, at the other end of the wire. Given: nothing to change here.

use probe::{Counted, Tally, Trace};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream, duplex};
use tokio::task::yield_now;
use tokio::time::sleep;

/// A wire to the office, on which four bytes can be on their way. To hang up is to drop it.
pub type Wire = DuplexStream;

/// Reads what comes over its wires, and books each line.
#[derive(Clone, Default)]
pub struct Office {
    book: Arc<Mutex<Vec<String>>>,
    log: Trace,
    pub calls: Tally,
    naps: Arc<Mutex<VecDeque<Nap>>>,
}

/// For so long the clerk at one wire does not read, once he has read so many bytes.
#[derive(Clone, Copy)]
struct Nap {
    after_bytes: usize,
    /// Without a time he hangs up instead.
    time: Option<Duration>,
}

impl Office {
    /// A new wire, with a clerk at its other end.
    pub async fn call(&self) -> Wire {
        yield_now().await;
        let (wire, end) = duplex(4);
        let nap = self.naps.lock().expect("nobody panics with it").pop_front();
        tokio::spawn(self.clone().read(end, nap, self.calls.counted()));
        wire
    }

    /// What was booked so far, in order.
    pub fn booked(&self) -> Vec<String> {
        self.book.lock().expect("nobody panics with it").clone()
    }

    /// At each of the next `calls` the clerk does not read for `time`, once he has read
    /// `after_bytes`. At later ones he does not rest.
    pub fn naps(&self, calls: usize, after_bytes: usize, time: Duration) {
        let naps = std::iter::repeat_n(Nap { after_bytes, time: Some(time) }, calls);
        *self.naps.lock().expect("nobody panics with it") = naps.collect();
    }

    /// At the next call the clerk hangs up once he has read `after_bytes`.
    pub fn hangs_up(&self, after_bytes: usize) {
        let nap = Nap { after_bytes, time: None };
        *self.naps.lock().expect("nobody panics with it") = VecDeque::from([nap]);
    }

    async fn read(self, mut wire: DuplexStream, nap: Option<Nap>, _call: Counted) {
        let mut line = String::new();
        for bytes in 0.. {
            if let Some(nap) = nap.filter(|nap| nap.after_bytes == bytes) {
                match nap.time {
                    Some(time) => sleep(time).await,
                    None => break,
                }
            }
            match wire.read_u8().await {
                Ok(b'\n') => {
                    self.log.note(format!("the office books {line:?}"));
                    let mut book = self.book.lock().expect("nobody panics with it");
                    book.push(std::mem::take(&mut line));
                }
                Ok(byte) => line.push(char::from(byte)),
                Err(_) => break,
            }
            yield_now().await;
        }
        if !line.is_empty() {
            self.log.note(format!("the wire ends after {line:?}, which is not booked"));
        }
    }
}
