use std::pin::Pin;
use std::task::{Context, Poll};

/// Says what is done to it, and answers each poll in the same way.
struct Branch(&'static str, Poll<Option<u32>>);

impl Future for Branch {
    type Output = Option<u32>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u32>> {
        println!("polled     {}: {:?}", self.0, self.1);
        self.1
    }
}

impl Drop for Branch {
    fn drop(&mut self) {
        println!("dropped    {}", self.0);
    }
}

// ANCHOR: order
fn expression(name: &'static str, answer: Poll<Option<u32>>) -> Branch {
    println!("expression {name}");
    Branch(name, answer)
}

fn condition(name: &'static str, value: bool) -> bool {
    println!("condition  {name}: {value}");
    value
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::select! {
        biased;
        _ = expression("off", Poll::Ready(Some(0))), if condition("off", false) => {}
        Some(_) = expression("slow", Poll::Pending), if condition("slow", true) => {}
        Some(_) = expression("refused", Poll::Ready(None)) => {}
        Some(n) = expression("winner", Poll::Ready(Some(7))) => println!("handler    winner: {n}"),
        _ = expression("late", Poll::Ready(Some(8))) => {}
    }
}
// ANCHOR_END: order
