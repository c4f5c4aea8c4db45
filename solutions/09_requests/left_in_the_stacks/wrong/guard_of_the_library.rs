// Why it tempts: a clone for each question, and a guard in the future of the search.
// Why it fails: a clone is the same token. The first question that is over closes the library.
// Rejected by: questions_are_answered_as_soon_as_a_searcher_finds_the_title
// Says: Whose searchers were called back

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
                    let stop = closing.clone();
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
