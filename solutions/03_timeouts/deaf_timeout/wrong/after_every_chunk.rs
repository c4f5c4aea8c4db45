// Why it tempts: the more often, the sooner the timeout is heard.
// Why it fails: each turn that is given away is a wait for everybody who wants the thread. One busy
// neighbour makes the digest many times slower.
// Rejected by: beside_a_busy_task_it_is_not_much_slower
// Says: How often is often enough?

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::yield_now;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    for chunk in archive.chunks() {
        digest.add(chunk);
        yield_now().await;
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
