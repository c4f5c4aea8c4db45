// The guard lies in the map, and the map forgets a search however it ends, by the id of its task.

mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = JoinSet::new();
    let mut numbers = HashMap::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let stop = closing.child_token();
                    let search = searches.spawn(library.clone().find(title, stop.clone()));
                    numbers.insert(search.id(), number);
                    let search = (search, stop.drop_guard());
                    under_way.insert(number, search);
                }
                Some(Call::NeverMind { number }) => {
                    if let Some((search, _over)) = under_way.remove(&number) {
                        search.abort();
                    }
                }
                None => break,
            },
            Some(end) = searches.join_next_with_id() => {
                let (id, answer) = match end {
                    Ok((id, answer)) => (id, Some(answer)),
                    Err(error) => (error.id(), None),
                };
                let number = numbers.remove(&id).expect("each search has a number");
                under_way.remove(&number);
                if let Some(answer) = answer {
                    wire.answer(number, answer);
                }
            }
        }
    }
}

#[cfg(test)]
mod check;
