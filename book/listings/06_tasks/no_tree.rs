use std::future::pending;
use tokio::task::{JoinSet, yield_now};

struct Named(&'static str);

impl Drop for Named {
    fn drop(&mut self) {
        println!("  {} ends", self.0);
    }
}

// ANCHOR: parents
async fn child() {
    let _child = Named("the child");
    let mut set = JoinSet::new();
    set.spawn(async {
        let _grandchild = Named("the grandchild");
        pending::<()>().await;
    });
    pending().await
}

async fn careless_parent() {
    let _parent = Named("the parent");
    tokio::spawn(child());
    pending().await
}

async fn careful_parent() {
    let _parent = Named("the parent");
    let mut set = JoinSet::new();
    set.spawn(child());
    pending().await
}

async fn abort(parent: impl Future<Output = ()> + Send + 'static) {
    let parent = tokio::spawn(parent);
    a_few_turns().await;
    parent.abort();
    let _ = parent.await;
    println!("  (the parent has been awaited)");
    a_few_turns().await;
}
// ANCHOR_END: parents

async fn a_few_turns() {
    for _ in 0..5 {
        yield_now().await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("a child that was spawned:");
    tokio::spawn(abort(careless_parent())).await.unwrap();
    println!("a child in a set of its parent:");
    tokio::spawn(abort(careful_parent())).await.unwrap();
    println!("main returns");
}
