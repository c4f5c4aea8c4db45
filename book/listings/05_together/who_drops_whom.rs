use futures::future::{self, BoxFuture};
use futures::stream::{FuturesUnordered, StreamExt};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio::{join, select, spawn, try_join};

type Work = BoxFuture<'static, Result<(), ()>>;

// ANCHOR: rows
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:24}{:13}{:13}all of it", "", "the quick", "the quick");
    println!("{:24}{:13}{:13}is dropped", "the slow one …", "one succeeds", "one fails");

    row("join!", async |quick, slow| {
        let _ = join!(quick, slow);
    })
    .await;
    row("try_join!", async |quick, slow| {
        let _ = try_join!(quick, slow);
    })
    .await;
    row("select!", async |quick, slow| {
        select! { _ = quick => {} _ = slow => {} }
    })
    .await;
    row("select! by &mut", async |quick, mut slow| {
        select! { _ = quick => {} _ = &mut slow => {} }
        Some(slow)
    })
    .await;
    row("future::select", async |quick, slow| future::select(quick, slow).await).await;
    row("FuturesUnordered", async |quick, slow| {
        let mut both = FuturesUnordered::from_iter([quick, slow]);
        let _ = both.next().await;
        both
    })
    .await;
    row("try_join! of two tasks", async |quick, slow| {
        let _ = try_join!(spawn(quick), spawn(slow));
    })
    .await;
    row("select! of two tasks", async |quick, slow| {
        let (quick, slow) = (spawn(quick), spawn(slow));
        select! { _ = quick => {} _ = slow => {} }
    })
    .await;
}
// ANCHOR_END: rows

/// What `together` returns may own the slow one, and is kept until we have looked.
async fn row<Rest>(name: &str, together: impl AsyncFn(Work, Work) -> Rest) {
    print!("{name:24}");
    for result in [Ok(()), Err(())] {
        let fate = Fate::default();
        let rest = together(Box::pin(quick(result)), Box::pin(slow(fate.clone()))).await;
        print!("{:13}", report(&fate).await);
        drop(rest);
    }
    let fate = Fate::default();
    let both = together(Box::pin(quick(Ok(()))), Box::pin(slow(fate.clone())));
    let dropped = timeout(Duration::from_millis(500), both).await.is_err();
    assert!(dropped, "half a second is not enough for either");
    println!("{}", report(&fate).await);
}

/// What has become of the slow one, now and, if it still lives, an hour later.
async fn report(fate: &Fate) -> &'static str {
    let now = fate.get();
    sleep(Duration::from_secs(3600)).await;
    match (now, fate.get()) {
        (Some(end), _) => end,
        (None, Some("finishes")) => "goes on",
        (None, Some(end)) => end,
        (None, None) => "is parked",
    }
}

async fn quick(result: Result<(), ()>) -> Result<(), ()> {
    sleep(Duration::from_secs(1)).await;
    result
}

async fn slow(fate: Fate) -> Result<(), ()> {
    let unfinished = Unfinished(fate.clone());
    sleep(Duration::from_secs(3)).await;
    fate.set("finishes");
    drop(unfinished);
    Ok(())
}

/// `None` as long as it is neither done nor dropped.
#[derive(Clone, Default)]
struct Fate(Arc<Mutex<Option<&'static str>>>);

impl Fate {
    fn get(&self) -> Option<&'static str> {
        *self.0.lock().unwrap()
    }

    /// The first end is the end.
    fn set(&self, end: &'static str) {
        self.0.lock().unwrap().get_or_insert(end);
    }
}

struct Unfinished(Fate);

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.0.set("is dropped");
    }
}
