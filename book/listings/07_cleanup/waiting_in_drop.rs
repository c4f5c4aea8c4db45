use std::panic::{AssertUnwindSafe, catch_unwind};
use tokio::runtime::Handle;
use tokio::task::yield_now;

// ANCHOR: connection
struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        Handle::current().block_on(async {
            yield_now().await;
            println!("goodbye");
        });
    }
}
// ANCHOR_END: connection

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let end = catch_unwind(AssertUnwindSafe(|| drop(Connection)));
    let panic = end.expect_err("a destructor cannot wait here");
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap();
    println!("{}.", text.split_once(". ").unwrap().0);
}
