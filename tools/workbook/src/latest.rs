use std::future::Future;
use tokio::select;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

// ANCHOR: latest
/// Does `work` for the newest value, until `stop`.
///
/// A newer value stops the work on an older one. Work is told to stop and then waited for, never
/// dropped: when the next begins, the last has put away what it had taken out.
pub(crate) async fn latest<T: Clone, F: Future<Output = ()>>(
    mut values: watch::Receiver<T>,
    stop: CancellationToken,
    mut work: impl FnMut(T, CancellationToken) -> F,
) {
    while !stop.is_cancelled() {
        let outdated = stop.child_token();
        let value = values.borrow_and_update().clone();
        let newer = async {
            select! {
                Ok(()) = values.changed() => {} // Nobody left to send: then only `stop` counts.
                () = stop.cancelled() => {}
            }
            outdated.cancel();
        };
        tokio::join!(work(value, outdated.clone()), newer);
    }
}
// ANCHOR_END: latest

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;
    use std::time::Duration;
    use tokio::time::sleep;

    #[tokio::test(start_paused = true)]
    async fn the_newest_value_wins_and_work_never_overlaps() {
        let (sender, receiver) = watch::channel(0);
        let stop = CancellationToken::new();
        let log = Mutex::new(Vec::new());
        let work = |value: i32, outdated: CancellationToken| {
            let log = &log;
            async move {
                log.lock().unwrap().push(format!("{value} begins"));
                select! {
                    () = sleep(Duration::from_secs(10)) => log.lock().unwrap().push(format!("{value} done")),
                    () = outdated.cancelled() => {
                        sleep(Duration::from_secs(1)).await; // Cleaning up takes a while.
                        log.lock().unwrap().push(format!("{value} stopped"));
                    }
                }
            }
        };
        let saves = async {
            sleep(Duration::from_secs(5)).await;
            sender.send(1).unwrap();
            sleep(Duration::from_millis(500)).await;
            sender.send(2).unwrap(); // While 0 is still cleaning up: 1 is never begun.
            sleep(Duration::from_secs(20)).await;
            sender.send(3).unwrap();
            sleep(Duration::from_secs(1)).await;
            stop.cancel();
        };
        tokio::join!(latest(receiver, stop.clone(), work), saves);
        let expected = ["0 begins", "0 stopped", "2 begins", "2 done", "3 begins", "3 stopped"];
        assert_eq!(*log.lock().unwrap(), expected);
    }
}
