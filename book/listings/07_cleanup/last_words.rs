use std::future::pending;
use std::time::Duration;
use tokio::runtime::{Builder, Handle};
use tokio::task::yield_now;
use tokio::time::timeout;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("  is there a runtime? {}", Handle::try_current().is_ok());
        tokio::spawn(async { println!("  goodbye") });
        println!("  spawn has returned");
    }
}

async fn serve() {
    let _connection = Connection;
    pending::<()>().await;
}

fn main() {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();

    println!("cancelled by a timeout");
    runtime.block_on(async {
        let _ = timeout(Duration::from_secs(1), serve()).await;
        yield_now().await;
    });

    println!("cancelled by the shutdown");
    runtime.block_on(async {
        tokio::spawn(serve());
        yield_now().await;
    });
    drop(runtime);
}
