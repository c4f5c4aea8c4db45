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
    // TODO: whom does `stop` call back, and who cancels it?
    let stop = closing.child_token();
    let mut searches = JoinSet::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let search = library.clone().find(title, stop.clone());
                    let search = searches.spawn(async move { (number, search.await) });
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
    stop.cancel();
}

#[cfg(test)]
mod check;
