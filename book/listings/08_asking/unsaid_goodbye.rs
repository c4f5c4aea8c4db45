use std::time::Duration;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

struct Caller(CancellationToken);

impl Drop for Caller {
    fn drop(&mut self) {
        println!("  the caller hangs up: cancel()");
        self.0.cancel();
    }
}

// ANCHOR: goodbye
async fn answer_the_phone(hung_up: CancellationToken) {
    tokio::select! {
        () = hung_up.cancelled() => println!("  goodbye"),
        () = sleep(Duration::from_secs(60)) => println!("  the answer"),
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let second = Duration::from_secs(1);

    println!("the future is dropped, and with it the caller:");
    let caller = Caller(CancellationToken::new());
    let call = async {
        let hung_up = caller.0.clone();
        let _caller = caller;
        answer_the_phone(hung_up).await;
    };
    let _ = timeout(second, call).await;

    println!("the caller is dropped, and the future is polled on:");
    let caller = Caller(CancellationToken::new());
    let call = tokio::spawn(answer_the_phone(caller.0.clone()));
    sleep(second).await;
    drop(caller);
    call.await.unwrap();
}
// ANCHOR_END: goodbye
