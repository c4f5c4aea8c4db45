// Why it tempts: the budget of tokio slows things down, and `unconstrained` takes the brake off.
// Why it fails: the brake was what suspended the loop. Without a budget `consume_budget` is always
// ready.
// Rejected by: a_timeout_around_it_fires_in_time
// Says: and the digest came back after 400ms

mod archive;

pub use archive::{Archive, Chunk, Digest};
use tokio::task::coop::{consume_budget, unconstrained};
pub async fn digest_of(archive: &Archive) -> u64 {
    // ANCHOR: mistake
    unconstrained(async {
        let mut digest = Digest::default();
        for chunk in archive.chunks() {
            digest.add(chunk);
            consume_budget().await;
        }
        digest.finish()
    })
    .await
    // ANCHOR_END: mistake
}

#[cfg(test)]
mod check;
