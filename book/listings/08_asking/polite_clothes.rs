use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

// ANCHOR: letter
struct Pen;

impl Drop for Pen {
    fn drop(&mut self) {
        println!("  the pen is put down");
    }
}

async fn write_letter() -> &'static str {
    let _pen = Pen;
    println!("  Dear Sir,");
    sleep(Duration::from_secs(10)).await;
    println!("  yours faithfully");
    "a letter"
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("asked after 5 s, in the middle:");
    let stop = cancelled_after(5);
    println!("{:?}", stop.run_until_cancelled(write_letter()).await);

    println!("asked before it begins:");
    let stop = CancellationToken::new();
    stop.cancel();
    println!("{:?}", stop.run_until_cancelled(write_letter()).await);

    println!("asked in the last stretch:");
    let stop = CancellationToken::new();
    let letter = async {
        let letter = write_letter().await;
        stop.cancel();
        letter
    };
    println!("{:?}", stop.run_until_cancelled(letter).await);
}
// ANCHOR_END: letter

fn cancelled_after(seconds: u64) -> CancellationToken {
    let token = CancellationToken::new();
    let clone = token.clone();
    tokio::spawn(async move {
        sleep(Duration::from_secs(seconds)).await;
        clone.cancel();
    });
    token
}
