//! The archive, and the cost of reading it. Given: nothing to change here.

use std::marker::PhantomData;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};
use std::time::Duration;
use tokio::time::advance;

/// A day of photographs, in memory. It stays on the thread that has it.
pub struct Archive {
    chunks: Vec<Chunk>,
}

pub struct Chunk {
    byte: u8,
    _stays_on_its_thread: PhantomData<Rc<()>>,
}

/// Takes up one chunk after another, in order.
#[derive(Default)]
pub struct Digest {
    state: u64,
}

impl Archive {
    pub fn new(chunks: usize) -> Archive {
        let chunk = |n: usize| Chunk { byte: n as u8, _stays_on_its_thread: PhantomData };
        Archive { chunks: (0..chunks).map(chunk).collect() }
    }

    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks
    }
}

impl Digest {
    /// Computes for 40 microseconds.
    pub fn add(&mut self, chunk: &Chunk) {
        self.state = (self.state ^ u64::from(chunk.byte)).wrapping_mul(0x0100_0000_01b3);
        keep_the_thread(Duration::from_micros(40));
    }

    pub fn finish(self) -> u64 {
        self.state
    }
}

/// Lets time pass on the paused clock, as it passes while code computes.
pub(crate) fn keep_the_thread(time: Duration) {
    // The first poll of `advance` moves the clock. It would yield after that, and computing does
    // not.
    let moved = pin!(advance(time)).poll(&mut Context::from_waker(Waker::noop()));
    assert!(moved.is_pending());
}
