// Why it tempts: code that looks at the clock itself needs no timeout to stop it.
// Why it fails: it does not know the caller's limit. It gives up where nobody asked for it, and
// returns the digest of a part as if it were that of the whole.
// Rejected by: the_digest_is_that_of_all_chunks
// Says: each must be in the digest

mod archive;

pub use archive::{Archive, Chunk, Digest};
use std::time::Duration;
use tokio::time::Instant;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    let start = Instant::now();
    for chunk in archive.chunks() {
        if start.elapsed() >= Duration::from_millis(50) {
            break;
        }
        digest.add(chunk);
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
