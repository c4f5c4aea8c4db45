// Why it tempts: each question has a child token, and it goes with the question.
// Why it fails: a token that is dropped is not cancelled. The searchers wait for a request that nobody can
// make any more.
// Rejected by: a_question_that_is_answered_leaves_nobody_in_the_stacks
// Says: Who knows that this question is over

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
                    let search = library.clone().find(title, stop.clone());
                    let search = searches.spawn(async move {
                        let _stop = stop;
                        (number, search.await)
                    });
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
