use std::time::Duration;
use tokio::time::sleep;

struct Motor(&'static str);

impl Drop for Motor {
    fn drop(&mut self) {
        println!("  {}: motor off", self.0);
    }
}

async fn clean(robot: &'static str) {
    let _motor = Motor(robot);
    for room in ["hall", "kitchen"] {
        println!("  {robot}: cleans the {room}");
        sleep(Duration::from_secs(600)).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let red = tokio::spawn(clean("red"));
    sleep(Duration::from_secs(1)).await;
    drop(red);
    println!("the handle of red is dropped");
    sleep(Duration::from_secs(3600)).await;

    let blue = tokio::spawn(clean("blue"));
    sleep(Duration::from_secs(1)).await;
    blue.abort();
    println!("blue is aborted; finished: {}", blue.is_finished());
    let error = blue.await.expect_err("it was in the hall");
    println!("blue is awaited; cancelled: {}", error.is_cancelled());
}
