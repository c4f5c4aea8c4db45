// Why it tempts: a guard for each question, kept where it lives long enough.
// Why it fails: it lives too long: as long as the wire. No question is over before all are.
// Rejected by: a_question_that_is_answered_leaves_nobody_in_the_stacks
// Says: Who knows that this question is over

mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = JoinSet::new();
    let mut guards = Vec::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let stop = closing.child_token();
                    // ANCHOR: mistake
                    guards.push(stop.clone().drop_guard());
                    // ANCHOR_END: mistake
                    let search = library.clone().find(title, stop);
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
}

#[cfg(test)]
mod check;
