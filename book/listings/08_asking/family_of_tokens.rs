use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

// ANCHOR: family
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let house = CancellationToken::new();
    let (clone, child, sibling) = (house.clone(), house.child_token(), house.child_token());
    child.cancel();
    println!("child cancelled      house {}, sibling {}", is(&house), is(&sibling));
    clone.cancel();
    println!("clone cancelled      house {}, sibling {}", is(&house), is(&sibling));
    println!("children born now    {}", is(&house.child_token()));

    let table = CancellationToken::new();
    let guard = table.clone().drop_guard();
    println!("guard alive          table {}", is(&table));
    drop(guard);
    println!("guard dropped        table {}", is(&table));

    let table = CancellationToken::new();
    let _ = table.clone().drop_guard();
    println!("guard bound to _     table {}", is(&table));

    let hour = Duration::from_secs(3600);
    let waiter = CancellationToken::new();
    drop(waiter.clone()); // Nobody is left who could cancel it.
    println!("last owner dropped   {:?}", timeout(hour, waiter.cancelled()).await);
    let (sender, mut receiver) = mpsc::channel::<()>(1);
    drop(sender);
    println!("last sender dropped  {:?}", timeout(hour, receiver.recv()).await);
}
// ANCHOR_END: family

fn is(token: &CancellationToken) -> &'static str {
    if token.is_cancelled() { "cancelled" } else { "not cancelled" }
}
