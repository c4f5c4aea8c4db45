// Why it tempts: nobody gives up a question that was never asked.
// Why it fails: it was asked, and answered a moment ago: the two have crossed on the wire. `serve`
// panics, and takes all other questions of this client along.
// Rejected by: a_question_that_is_answered_leaves_nobody_in_the_stacks
// Says: it was asked

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
                    let search = searches.spawn(async move {
                        let _over = stop.drop_guard();
                        (number, search.await)
                    });
                    under_way.insert(number, search);
                }
                Some(Call::NeverMind { number }) => {
                    // ANCHOR: mistake
                    let search = under_way.remove(&number).expect("it was asked");
                    search.abort();
                    // ANCHOR_END: mistake
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
