// Why it tempts: when an answer goes out, the searchers are called back.
// Why it fails: all questions of this wire have one token. The first answer ends all other searches, and every
// question that comes later is over before it has begun.
// Rejected by: questions_are_answered_as_soon_as_a_searcher_finds_the_title
// Says: Whose searchers were called back

mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
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
                    // ANCHOR: mistake
                    stop.cancel();
                    // ANCHOR_END: mistake
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
