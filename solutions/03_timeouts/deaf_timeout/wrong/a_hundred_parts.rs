// Why it tempts: a hundredth of the work is four milliseconds.
// Why it fails: a hundredth of this day's work. On a day with ten times as many photographs it is
// forty, and on a day with few it is a suspension for each chunk.
// Rejected by: no_other_task_waits_long_for_the_thread
// Says: while the digest of 100000 chunks was computed

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::yield_now;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    let part = archive.chunks().len().div_ceil(100).max(1);
    for part in archive.chunks().chunks(part) {
        part.iter().for_each(|chunk| digest.add(chunk));
        yield_now().await;
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
