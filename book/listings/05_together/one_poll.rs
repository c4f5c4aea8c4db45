use futures::FutureExt;
use tokio::task::yield_now;

async fn coffee() -> &'static str {
    println!("the beans are ground");
    yield_now().await;
    println!("the water is poured");
    "coffee"
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for _ in 0..3 {
        println!("cup: {:?}", coffee().now_or_never());
    }
}
