use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

const SECOND: Duration = Duration::from_secs(1);

async fn work(what: &str, seconds: u32) -> String {
    sleep(seconds * SECOND).await;
    format!("{what} done")
}

#[derive(Clone, Default)]
struct Server {
    closing: CancellationToken,
    tasks: TaskTracker,
}

// ANCHOR: policies
impl Server {
    /// Reads only. Cancel: the work is a part of the handler.
    async fn report(&self) -> String {
        work("report", 5).await
    }

    /// Takes money. Shield: the work is a task, and the handler waits for it.
    async fn order(&self, log: Log) -> String {
        let order = async move {
            let order = work("order", 5).await;
            log.note(&order);
            order
        };
        self.tasks.spawn(order).await.expect("the order does not panic")
    }

    /// Takes long. Detach: the client gets a number, and can ask for it later.
    async fn job(&self, log: Log) -> String {
        let closing = self.closing.clone();
        self.tasks.spawn(async move {
            let job = closing.run_until_cancelled(work("job", 3600)).await;
            log.note(job.as_deref().unwrap_or("job 17 called off"));
        });
        "job 17 accepted".to_owned()
    }
}
// ANCHOR_END: policies

#[derive(Clone, Copy)]
struct Log(Instant);

impl Log {
    fn note(self, what: &str) {
        println!("{:>3} s  {what}", self.0.elapsed().as_secs());
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let server = Server::default();
    let log = Log(Instant::now());
    // Three clients. Each is gone after a second, and so is its handler.
    let (report, order, job) = tokio::join!(
        timeout(SECOND, server.report()),
        timeout(SECOND, server.order(log)),
        timeout(SECOND, server.job(log)),
    );
    log.note("the clients are gone");
    println!("       report: {report:?}");
    println!("       order:  {order:?}");
    println!("       job:    {job:?}");
    sleep(59 * SECOND).await;
    log.note("the server closes");
    server.closing.cancel();
    server.tasks.close();
    server.tasks.wait().await;
    log.note("the server is closed");
}
