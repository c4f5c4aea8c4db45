// A suspension made by hand: wake the task at once and answer `Pending`, every 64 chunks.

mod archive;

pub use archive::{Archive, Chunk, Digest};
use std::future::poll_fn;
use std::task::Poll;
pub async fn digest_of(archive: &Archive) -> u64 {
    let mut digest = Digest::default();
    let mut rest = archive.chunks();
    poll_fn(|cx| {
        let (part, later) = rest.split_at(rest.len().min(64));
        part.iter().for_each(|chunk| digest.add(chunk));
        rest = later;
        if rest.is_empty() {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
    digest.finish()
}

#[cfg(test)]
mod check;
