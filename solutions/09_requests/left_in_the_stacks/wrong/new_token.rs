// Why it tempts: a question that must not disturb anybody gets a token that belongs to nobody.
// Why it fails: nobody reaches it either: at closing time the searchers walk on.
// Rejected by: closing_time_calls_back_all_searchers
// Says: Whom does `closing` reach?

mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = JoinSet::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    // ANCHOR: mistake
                    let stop = CancellationToken::new();
                    // ANCHOR_END: mistake
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
mod check;
