use std::time::Duration;
use tokio::time::{sleep, timeout};

struct Kettle;

impl Drop for Kettle {
    fn drop(&mut self) {
        println!("the kettle is switched off");
    }
}

async fn make_tea() -> &'static str {
    println!("the kettle is switched on");
    let _kettle = Kettle;
    sleep(Duration::from_secs(180)).await;
    println!("the tea is poured");
    "tea"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let tea = make_tea();
    println!("make_tea was called");

    let cup = timeout(Duration::from_secs(60), tea).await;
    println!("cup: {cup:?}");
}
