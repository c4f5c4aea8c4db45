//! The exercises' state for the pages that show it, and which book they are of: at once, and again
//! whenever it changes.

use crate::board::Board;
use crate::book::Book;
use crate::serve::Connections;
use crate::site::{Answer, respond};
use http_body_util::BodyExt as _;
use http_body_util::channel::Channel;
use hyper::body::Bytes;
use hyper::{Method, StatusCode};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::select;
use tokio::sync::{Semaphore, watch};
use tokio::time::{MissedTickBehavior, interval};

/// How many pages may listen at once.
const READERS: usize = 32;
/// Without news a reader is told so, which also finds those who have gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

#[derive(Debug, Clone)]
pub(crate) struct Events {
    board: watch::Receiver<Board>,
    book: watch::Receiver<Book>,
    readers: Arc<Semaphore>,
    connections: Connections,
}

impl Events {
    /// Streams are counted among the connections, and end with them.
    pub(crate) fn new(
        board: watch::Receiver<Board>,
        book: watch::Receiver<Book>,
        connections: Connections,
    ) -> Events {
        Events { board, book, readers: Arc::new(Semaphore::new(READERS)), connections }
    }

    /// `/api/state`
    pub(crate) fn snapshot(&self) -> Answer {
        respond(StatusCode::OK, "application/json", self.board.borrow().json())
    }

    /// `/events`
    pub(crate) fn stream(&self, method: &Method) -> Answer {
        let kind = "text/event-stream; charset=utf-8";
        if *method == Method::HEAD {
            return respond(StatusCode::OK, kind, "");
        }
        let Ok(place) = Arc::clone(&self.readers).try_acquire_owned() else {
            return respond(StatusCode::SERVICE_UNAVAILABLE, "text/plain", "too many readers\n");
        };
        // Room for a single message: whoever reads slowly gets fewer and newer ones.
        let (mut send, body) = Channel::<Bytes, Infallible>::new(1);
        let (mut board, mut book) = (self.board.clone(), self.book.clone());
        // Also when the page is closed, and with it the connection, and with that the body.
        let end = self.connections.stop.child_token();
        let gone = end.clone().drop_guard();
        self.connections.spawn(async move {
            let _place = place;
            let mut heartbeat = interval(HEARTBEAT);
            heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
            heartbeat.reset();
            board.mark_changed();
            book.mark_changed();
            let talk = async {
                loop {
                    let message = select! {
                        changed = board.changed() => match changed {
                            Ok(()) => state(&board.borrow_and_update()),
                            Err(_) => return, // Nobody is left who could change it.
                        },
                        Ok(()) = book.changed() => edition(&book.borrow_and_update()),
                        _ = heartbeat.tick() => NOTHING.to_owned(),
                    };
                    if send.send_data(message.into()).await.is_err() {
                        return; // The page was closed.
                    }
                }
            };
            select! {
                () = talk => {}
                () = end.cancelled() => {}
            }
        });
        let body = body.map_frame(move |frame| {
            let _ = &gone; // Dropped with the body.
            frame
        });
        respond(StatusCode::OK, kind, "").map(|_| body.boxed())
    }
}

const NOTHING: &str = ":\n\n";

fn state(board: &Board) -> String {
    // Of JSON without line ends one `data:` is enough.
    format!("retry: 1000\nevent: state\ndata: {}\n\n", board.json())
}

/// A page that hears of another book than at first is of an older one, and loads itself again.
fn edition(book: &Book) -> String {
    let built = book.built.and_then(|built| built.duration_since(SystemTime::UNIX_EPOCH).ok());
    built
        .map_or(NOTHING.to_owned(), |built| format!("event: book\ndata: {}\n\n", built.as_millis()))
}
