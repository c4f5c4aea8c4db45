use std::time::Duration;
use tokio::time::{Instant, sleep};
use tokio::try_join;

struct Stove {
    dish: &'static str,
    lit: Instant,
}

impl Drop for Stove {
    fn drop(&mut self) {
        println!("the {} leaves the stove after {} min", self.dish, self.lit.elapsed().as_secs() / 60);
    }
}

async fn cook(dish: &'static str, minutes: u64) {
    let _stove = Stove { dish, lit: Instant::now() };
    sleep(Duration::from_secs(60 * minutes)).await;
}

async fn soup() -> Result<&'static str, &'static str> {
    cook("soup", 30).await;
    println!("the soup is done");
    Ok("soup")
}

async fn rice() -> Result<&'static str, &'static str> {
    cook("rice", 10).await;
    Err("the rice is burnt")
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let supper = try_join!(soup(), rice());
    println!("supper: {supper:?}");
}
