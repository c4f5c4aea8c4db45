// Why it tempts: now there is a real suspension, and the timeout has had its chance.
// Why it fails: it has it once, at the start, when there is plenty of time. After that the loop
// runs through.
// Rejected by: a_timeout_around_it_fires_in_time
// Says: and the digest came back after 400ms

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::yield_now;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    yield_now().await;
    for chunk in archive.chunks() {
        digest.add(chunk);
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
