// Nobody is aborted: the token of a question is what ends it, and what ends with it.

mod library;

pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = JoinSet::new();
    let mut stops: HashMap<u32, CancellationToken> = HashMap::new();
    loop {
        tokio::select! {
            biased;
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let stop = CancellationToken::child_token(closing);
                    stops.insert(number, stop.clone());
                    let library = library.clone();
                    searches.spawn(async move {
                        let wanted = stop.clone().drop_guard();
                        let search = library.find(title, stop.clone());
                        let answer = stop.run_until_cancelled(search).await;
                        drop(wanted);
                        (number, answer)
                    });
                }
                Some(Call::NeverMind { number }) => {
                    if let Some(stop) = stops.remove(&number) {
                        stop.cancel();
                    }
                }
                None => return,
            },
            Some(end) = searches.join_next() => {
                if let Ok((number, answer)) = end {
                    stops.remove(&number);
                    if let Some(answer) = answer {
                        wire.answer(number, answer);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod check;
