use crate::bank::{Bank, change};
use sqlx::Connection;

// ANCHOR: program
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut bank = Bank::open().await?;
    let db = bank.db.clone();
    println!("at first       {}", bank.balances().await?);

    let mut outer = db.begin().await?;
    change(&mut outer, "alice", -30).await?;
    // A step of its own, with a time limit; and the time is up while SQLite sets the savepoint.
    let inner = bank.cut(1, Connection::begin(&mut *outer)).await;
    println!("inner began    {}", inner.is_some());
    drop(inner);
    change(&mut outer, "bob", 30).await?;
    println!("outer commits  {:?}", outer.commit().await);

    println!("at last        {}", bank.balances().await?);
    Ok(())
}
// ANCHOR_END: program
