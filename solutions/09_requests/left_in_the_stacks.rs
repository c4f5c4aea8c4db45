// Each question has a token of its own, a child of the library's, so nobody else hears it. Its owner
// is the future of the search: the guard lives in there. A future goes in every case, done, aborted,
// panicked or dropped with the set that holds it, and takes the guard along. So nobody has to say
// that the question is over.

#[path = "../../exercises/09_requests/left_in_the_stacks/src/library.rs"]
mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// Answers the questions of one client until it hangs up. They are numbered, and many are under
/// way at once.
///
/// * When a question is over, its searchers are called back, and nobody else's. It is over when it
///   is answered, when the client does not want the answer any more or hangs up, when the search
///   for it panics, and when `serve` is dropped.
/// * `closing` calls back the searchers of all clients. Only the library cancels it.
pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = JoinSet::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let stop = closing.child_token();
                    let search = library.clone().find(title, stop.clone());
                    let search = searches.spawn(async move {
                        let _over = stop.drop_guard();
                        (number, search.await)
                    });
                    under_way.insert(number, search);
                }
                Some(Call::NeverMind { number }) => {
                    if let Some(search) = under_way.remove(&number) {
                        search.abort();
                    }
                }
                None => break,
            },
            Some(end) = searches.join_next() => {
                // An `Err` was aborted, or has panicked: there is no answer.
                if let Ok((number, answer)) = end {
                    under_way.remove(&number);
                    wire.answer(number, answer);
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "../../exercises/09_requests/left_in_the_stacks/src/check.rs"]
mod check;
