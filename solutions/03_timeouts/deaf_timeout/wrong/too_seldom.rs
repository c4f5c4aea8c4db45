// Why it tempts: ten suspensions in ten thousand chunks cost nothing.
// Why it fails: a thousand chunks are 40 milliseconds, for which nobody else runs and no timeout
// fires.
// Rejected by: no_other_task_waits_long_for_the_thread
// Says: How many chunks are there between

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::yield_now;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    for part in archive.chunks().chunks(1000) {
        part.iter().for_each(|chunk| digest.add(chunk));
        yield_now().await;
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
