use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

const GRACE: Duration = Duration::from_secs(10);

struct Order {
    dish: &'static str,
    seconds: u64,
}

// ANCHOR: sequence
/// Each message of `asks` stands for a signal to the process.
async fn serve(mut orders: mpsc::Receiver<Order>, mut asks: mpsc::Receiver<()>, log: Log) {
    let (stop, kill) = (CancellationToken::new(), CancellationToken::new());
    let _if_dropped = kill.clone().drop_guard();
    let (cooks, stoves) = (TaskTracker::new(), Arc::new(Semaphore::new(3)));

    loop {
        let next = async {
            let stove = stoves.clone().acquire_owned().await.expect("nobody closes the semaphore");
            (stove, orders.recv().await)
        };
        tokio::select! {
            biased;
            Some(()) = asks.recv() => break,
            (stove, Some(order)) = next => {
                cooks.spawn(cook(order, stove, stop.clone(), kill.clone(), log));
            }
        }
    }

    log.line("1 no more orders: the door is shut, the line is sent home");
    orders.close();
    while let Some(order) = orders.recv().await {
        log.line(&format!("  {}: not begun", order.dish));
    }

    log.line("2 those at work are told");
    stop.cancel();

    log.line("3 wait, but not for ever");
    cooks.close();
    tokio::select! {
        () = cooks.wait() => log.line("  all are done"),
        () = sleep(GRACE) => log.line("  the grace is over"),
        Some(()) = asks.recv() => log.line("  asked again"),
    }

    log.line("4 drop the rest");
    kill.cancel();

    log.line("5 wait until they are gone");
    cooks.wait().await;

    log.line("6 flush: the books are closed");
}

async fn cook(
    order: Order,
    _stove: OwnedSemaphorePermit,
    stop: CancellationToken,
    kill: CancellationToken,
    log: Log,
) {
    let cooking = async {
        let soup = async {
            stop.cancelled().await;
            sleep(Duration::from_secs(2)).await; // Into the fridge: a good end, only an earlier one.
        };
        tokio::select! {
            () = sleep(Duration::from_secs(order.seconds)) => "served",
            () = soup, if order.dish == "soup" => "in the fridge",
        }
    };
    let end = kill.run_until_cancelled(cooking).await;
    log.line(&format!("  {}: {}", order.dish, end.unwrap_or("thrown away")));
}
// ANCHOR_END: sequence

#[derive(Clone, Copy)]
struct Log(Instant);

impl Log {
    fn line(self, text: &str) {
        println!("{:>3} s  {text}", self.0.elapsed().as_secs());
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    for asks in [&[5][..], &[5, 8]] {
        println!("asked after {asks:?} s");
        let log = Log(Instant::now());
        let (order, orders) = mpsc::channel(16);
        for (dish, seconds) in [("egg", 9), ("soup", 600), ("roast", 600), ("cake", 30)] {
            order.send(Order { dish, seconds }).await.unwrap();
        }
        let (ask, asked) = mpsc::channel(16);
        let asking = async {
            for at in asks {
                tokio::time::sleep_until(log.0 + Duration::from_secs(*at)).await;
                ask.send(()).await.unwrap();
            }
        };
        tokio::join!(serve(orders, asked, log), asking);
    }
}
