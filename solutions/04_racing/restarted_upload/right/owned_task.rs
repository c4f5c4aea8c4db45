// A task in a `JoinSet` belongs to `serve`: it is aborted when the set is dropped.

mod station;

pub use station::Link;

use tokio::sync::mpsc::Receiver;
use tokio::task::JoinSet;

pub async fn serve(link: &Link, report: &str, pings: &mut Receiver<u32>) {
    let mut tasks = JoinSet::new();
    let (link_of_task, report) = (link.clone(), report.to_owned());
    tasks.spawn(async move { link_of_task.upload(&report).await });
    while let Some(ping) = pings.recv().await {
        link.answer(ping);
    }
    tasks.join_next().await.expect("there is one task").expect("it does not panic");
}

#[cfg(test)]
mod check;
