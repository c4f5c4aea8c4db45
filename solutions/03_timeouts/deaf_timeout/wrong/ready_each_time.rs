// Why it tempts: every `.await` hands the thread back, it is said, so one more in the loop will do.
// Why it fails: an empty async block is ready when it is polled. Nothing is suspended, and the poll
// runs on.
// Rejected by: a_timeout_around_it_fires_in_time
// Says: and the digest came back after 400ms

mod archive;

pub use archive::{Archive, Chunk, Digest};

pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    // ANCHOR: mistake
    for chunk in archive.chunks() {
        digest.add(chunk);
        async {}.await;
    }
    // ANCHOR_END: mistake
    digest.finish()
}

#[cfg(test)]
mod check;
