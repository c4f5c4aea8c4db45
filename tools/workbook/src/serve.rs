//! The book's address on this machine.

use crate::access;
use crate::board::Board;
use crate::book::Book;
use crate::events::Events;
use crate::site::{self, Answer};
use crate::words::Words;
use anyhow::{Context, Result, bail};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::net::Ipv4Addr;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::select;
use tokio::sync::watch;
use tokio::task::JoinError;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Takes `port`, or else the first free one from 3000 on, or any. Nobody but this machine can connect.
///
/// # Errors
///
/// The port that was asked for is taken.
pub(crate) async fn bind(port: Option<u16>, words: &Words) -> Result<TcpListener> {
    if let Some(port) = port {
        return TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| (words.session.port_taken)(port));
    }
    for port in (3000..3010).chain([0]) {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Ok(listener);
        }
    }
    bail!("cannot listen on 127.0.0.1; does a firewall forbid it?")
}

/// The connections, and how to tell them that it is time to end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Connections {
    /// Nothing is ever sent: each task holds a receiver, and they are counted.
    open: watch::Sender<()>,
    pub(crate) stop: CancellationToken,
}

impl Connections {
    /// Runs what must have ended before [`close`](Connections::close) returns.
    pub(crate) fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let open = self.open.subscribe();
        tokio::spawn(async move {
            task.await;
            drop(open);
        });
    }

    /// Lets requests that are being answered be answered, and closes the rest.
    pub(crate) async fn close(&self) {
        self.stop.cancel();
        self.open.closed().await;
    }
}

/// What is served.
#[derive(Clone)]
pub(crate) struct Served {
    pub(crate) book: watch::Receiver<Book>,
    pub(crate) board: watch::Receiver<Board>,
    pub(crate) words: &'static Words,
}

/// Accepts connections until `stop`; they live on until they are closed.
///
/// # Errors
///
/// The listener's own address is unknown.
pub(crate) async fn accept(
    listener: TcpListener,
    served: Served,
    connections: Connections,
    stop: CancellationToken,
) -> Result<()> {
    let port = listener.local_addr().context("the listener has no address")?.port();
    let events = Events::new(served.board, served.book.clone(), connections.clone());
    let service = Service { port, book: served.book, events, words: served.words };
    loop {
        select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    let closing = connections.stop.clone();
                    connections.spawn(connection(stream, service.clone(), closing));
                }
                // Too many open files, or a peer that has gone already: it gets better or it does not
                // matter, but at full speed it would only burn the processor.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
            () = stop.cancelled() => return Ok(()),
        }
    }
}

// ANCHOR: connection
/// What is no request at all is answered by hyper itself, with a status and no body. That answer has none
/// of our headers, and nothing in it that they would protect.
async fn connection(stream: TcpStream, service: Service, stop: CancellationToken) {
    let service = service_fn(|request| service.answer(request));
    let mut connection = pin!(
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(Duration::from_secs(10))
            .serve_connection(TokioIo::new(stream), service)
    );
    select! {
        _ = &mut connection => return, // A browser that goes away is no failure of ours.
        () = stop.cancelled() => connection.as_mut().graceful_shutdown(),
    }
    // A peer that reads nothing must not keep us.
    select! {
        _ = connection => {}
        () = sleep(Duration::from_millis(500)) => {}
    }
}
// ANCHOR_END: connection

#[derive(Clone)]
struct Service {
    port: u16,
    book: watch::Receiver<Book>,
    events: Events,
    words: &'static Words,
}

impl Service {
    async fn answer(&self, request: Request<Incoming>) -> Result<Answer, JoinError> {
        let answer = match (access::check(&request, self.port), request.uri().path()) {
            (Err(status), _) => site::plain(status),
            (Ok(()), "/api/state") => self.events.snapshot(),
            (Ok(()), "/events") => self.events.stream(request.method()),
            (Ok(()), path) => {
                let (path, book) = (path.to_owned(), self.book.borrow().folder.clone());
                let waiting = self.words.session.book_waiting;
                let read = move || site::answer(&path, book.as_deref(), waiting);
                tokio::task::spawn_blocking(read).await?
            }
        };
        Ok(access::secured(answer))
    }
}

#[cfg(test)]
#[path = "serve_tests.rs"]
mod tests;
