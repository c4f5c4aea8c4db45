// Why it tempts: each question has its own token, and when the search is done, it is cancelled.
// Why it fails: that is one way in which a question ends. A search that is aborted does not reach the line
// behind its `.await`.
// Rejected by: a_question_that_is_not_wanted_any_more_leaves_nobody_in_the_stacks
// Says: What does that do to the tasks that it had spawned?

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
                        let answer = search.await;
                        stop.cancel();
                        (number, answer)
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
