// Why it tempts: a child token for each question, and a guard that is bound to a name.
// Why it fails: its scope is the arm of the loop, and that is over as soon as the search is spawned. The
// searchers are called back before they have set out.
// Rejected by: nobody_is_called_back_before_the_question_is_over
// Says: When is a guard dropped

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
                    let stop = closing.child_token();
                    let _over = stop.clone().drop_guard();
                    let search = library.clone().find(title, stop);
                    let search = searches.spawn(async move { (number, search.await) });
                    // ANCHOR_END: mistake
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
