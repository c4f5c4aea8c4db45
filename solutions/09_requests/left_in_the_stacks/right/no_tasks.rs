// The searches are futures in one set, without tasks; a panic is caught where it happens.

mod library;

use futures::future::{AbortHandle, Abortable, FutureExt};
use futures::stream::{FuturesUnordered, StreamExt};
pub use library::{Call, Client, Library, Wire};
use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use tokio_util::sync::CancellationToken;

pub async fn serve(library: &Library, mut wire: Wire, closing: &CancellationToken) {
    let mut searches = FuturesUnordered::new();
    let mut under_way = HashMap::new();
    loop {
        tokio::select! {
            call = wire.next() => match call {
                Some(Call::Question { number, title }) => {
                    let (abort, registration) = AbortHandle::new_pair();
                    under_way.insert(number, abort);
                    let stop = closing.child_token();
                    let library = library.clone();
                    let search = async move {
                        let _over = stop.drop_guard_ref();
                        library.find(title, stop.clone()).await
                    };
                    let search = AssertUnwindSafe(Abortable::new(search, registration));
                    searches.push(search.catch_unwind().map(move |end| (number, end)));
                }
                Some(Call::NeverMind { number }) => {
                    if let Some(search) = under_way.remove(&number) {
                        search.abort();
                    }
                }
                None => break,
            },
            Some((number, end)) = searches.next() => {
                under_way.remove(&number);
                if let Ok(Ok(answer)) = end {
                    wire.answer(number, answer);
                }
            }
        }
    }
}

#[cfg(test)]
mod check;
