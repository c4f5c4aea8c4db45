use std::pin::pin;
use tokio::task::yield_now;

async fn upload() {
    yield_now().await;
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    std::panic::set_hook(Box::new(|_| {})); // The end of the task says it.
    let task = tokio::spawn(async {
        // ANCHOR: again
        let mut upload = pin!(upload());
        for round in 1..=3 {
            tokio::select! {
                () = &mut upload => println!("round {round}: uploaded"),
            }
        }
        // ANCHOR_END: again
    });
    let panic = task.await.expect_err("it polls what is done").into_panic();
    println!("{}", panic.downcast_ref::<&str>().expect("a panic of the compiler's own"));
}
