// Why it tempts: a millisecond of sleep is a real suspension, and the others can run meanwhile.
// Why it fails: it waits for the clock also when nobody else wants the thread, and the digest takes
// longer for nothing.
// Rejected by: alone_it_takes_no_longer_than_its_work
// Says: To let others run is one thing

mod archive;

pub use archive::{Archive, Chunk, Digest};
use std::time::Duration;
use tokio::time::sleep;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    for part in archive.chunks().chunks(100) {
        part.iter().for_each(|chunk| digest.add(chunk));
        sleep(Duration::from_millis(1)).await;
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
