use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{sleep, timeout};

// ANCHOR: owner
struct Question {
    name: &'static str,
    answer: oneshot::Sender<u32>,
}

/// Gives out numbers. Nobody who asks owns this future, so nobody who leaves can drop it.
async fn registrar(mut desk: mpsc::Receiver<Question>) {
    let mut number = 0;
    while let Some(Question { name, answer }) = desk.recv().await {
        number += 1;
        sleep(Duration::from_secs(3)).await; // The entry in the register.
        match answer.send(number) {
            Ok(()) => println!("{name} has number {number}"),
            Err(number) => println!("{name} has number {number}, and does not know it"),
        }
    }
    println!("nobody is left who could ask");
}

async fn register(desk: &mpsc::Sender<Question>, name: &'static str) -> Option<u32> {
    let (answer, answered) = oneshot::channel();
    desk.send(Question { name, answer }).await.ok()?;
    answered.await.ok()
}
// ANCHOR_END: owner

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (desk, questions) = mpsc::channel(8);
    let registrar = tokio::spawn(registrar(questions));
    if timeout(Duration::from_secs(2), register(&desk, "Ada")).await.is_err() {
        println!("Ada leaves");
    }
    register(&desk, "Grace").await;
    drop(desk);
    registrar.await.expect("the registrar does not panic");
}
