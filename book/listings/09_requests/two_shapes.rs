use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use tokio::task::{LocalSet, spawn_local};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

const SECOND: Duration = Duration::from_secs(1);

#[derive(Default)]
struct Report {
    begun: Cell<u32>,
    done: Cell<u32>,
    last_words: Cell<bool>,
    over: Cell<Option<Instant>>,
}

/// Notes when it is dropped.
struct Over(Rc<Report>);

impl Drop for Over {
    fn drop(&mut self) {
        self.0.over.set(Some(Instant::now()));
    }
}

// ANCHOR: shapes
/// One of five parts: four seconds.
async fn part(report: &Report) {
    report.begun.set(report.begun.get() + 1);
    sleep(4 * SECOND).await;
    report.done.set(report.done.get() + 1);
}

/// Looks at the token between two parts.
async fn looks(stop: &CancellationToken, report: &Report) {
    for _ in 0..5 {
        if stop.is_cancelled() {
            report.last_words.set(true);
            return;
        }
        part(report).await;
    }
}

/// Races the parts against the token.
async fn races(stop: &CancellationToken, report: &Report) {
    let parts = async {
        for _ in 0..5 {
            part(report).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => report.last_words.set(true),
        () = parts => {}
    }
}
// ANCHOR_END: shapes

async fn handler(shape: &str, stop: CancellationToken, report: Rc<Report>) {
    let _over = Over(report.clone());
    match shape {
        "looks" => looks(&stop, &report).await,
        _ => races(&stop, &report).await,
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    LocalSet::new().run_until(table()).await;
}

async fn table() {
    println!("{:22}{:>6}{:>6}{:>12}{:>12}", "", "begun", "done", "over after", "last words");
    for server in ["drops", "asks"] {
        for shape in ["looks", "races"] {
            let (begun, report) = (Instant::now(), Rc::new(Report::default()));
            let stop = CancellationToken::new();
            let handler = spawn_local(handler(shape, stop.clone(), report.clone()));
            sleep(5 * SECOND).await; // The client hangs up.
            if server == "drops" {
                handler.abort();
                let _ = handler.await;
                stop.cancel();
            } else {
                stop.cancel();
                handler.await.expect("nobody aborts it");
            }
            let over = report.over.get().expect("it is over") - begun;
            println!(
                "{:22}{:>6}{:>6}{:>12}{:>12}",
                format!("server {server}, {shape}"),
                report.begun.get(),
                report.done.get(),
                format!("{} s", over.as_secs()),
                if report.last_words.get() { "yes" } else { "no" },
            );
        }
    }
}
