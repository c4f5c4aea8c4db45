// Why it tempts: every way in which a question can end has a line in this function, so each of them cancels.
// Why it fails: the panic of a search comes out as an `Err` without a number, and a `serve` that is dropped
// comes to no line at all.
// Rejected by: a_search_that_panics_leaves_nobody_in_the_stacks
// Says: The search for Witches has panicked, and

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
                    let stop = closing.child_token();
                    let search = library.clone().find(title, stop.clone());
                    let search = searches.spawn(async move { (number, search.await) });
                    under_way.insert(number, (search, stop));
                }
                Some(Call::NeverMind { number }) => {
                    // ANCHOR: mistake
                    if let Some((search, stop)) = under_way.remove(&number) {
                        search.abort();
                        stop.cancel();
                    }
                    // ANCHOR_END: mistake
                }
                None => break,
            },
            Some(end) = searches.join_next() => {
                // An `Err` was aborted, or has panicked: there is no answer.
                if let Ok((number, answer)) = end {
                    if let Some((_, stop)) = under_way.remove(&number) {
                        stop.cancel();
                    }
                    wire.answer(number, answer);
                }
            }
        }
    }
    for (_, stop) in under_way.into_values() {
        stop.cancel();
    }
}

#[cfg(test)]
mod check;
