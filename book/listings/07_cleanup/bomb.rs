use std::future::pending;
use std::thread;
use tokio::task::{JoinError, yield_now};

// ANCHOR: bomb
/// Must be closed by hand; says so loudly when it was not.
struct Account {
    closed: bool,
}

impl Account {
    async fn close(mut self) {
        yield_now().await; // The books are balanced.
        self.closed = true;
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        if !self.closed && !thread::panicking() {
            panic!("an account was dropped and not closed");
        }
    }
}
// ANCHOR_END: bomb

async fn aborted(work: impl Future<Output = ()> + Send + 'static) -> Result<(), JoinError> {
    let task = tokio::spawn(work);
    yield_now().await;
    task.abort();
    task.await
}

fn report(end: &str, result: Result<(), JoinError>) {
    match result.map_err(JoinError::try_into_panic) {
        Ok(()) => println!("{end:22} nothing to say"),
        Err(Ok(panic)) => println!("{end:22} panic: {}", panic.downcast_ref::<&str>().unwrap()),
        Err(Err(error)) => println!("{end:22} {error}"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    std::panic::set_hook(Box::new(|_| {})); // The table tells of the panics.
    let account = || Account { closed: false };

    let (a, b, c, d) = (account(), account(), account(), account());
    let closed = tokio::spawn(a.close()).await;
    report("closed", closed);
    let forgotten = aborted(async move { drop(b) }).await;
    report("forgotten", forgotten);
    let cancelled = aborted(async move {
        pending::<()>().await;
        c.close().await;
    });
    report("aborted before close", cancelled.await);
    let other = aborted(async move {
        let _account = d;
        panic!("the office is on fire");
    });
    report("another panic", other.await);
}
