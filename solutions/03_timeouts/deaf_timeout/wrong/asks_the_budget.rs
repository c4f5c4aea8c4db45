// Why it tempts: it asks whether there is budget left, and yields when there is none.
// Why it fails: nothing in the loop uses any. The budget of this poll is never spent, so it never
// yields.
// Rejected by: a_timeout_around_it_fires_in_time
// Says: and the digest came back after 400ms

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::coop::has_budget_remaining;
use tokio::task::yield_now;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    for chunk in archive.chunks() {
        digest.add(chunk);
        if !has_budget_remaining() {
            yield_now().await;
        }
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
