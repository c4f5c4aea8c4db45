use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::mpsc::unbounded_channel;

// ANCHOR: program
#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let mut conn = SqliteConnection::connect("sqlite::memory:").await?;
    sqlx::raw_sql("CREATE TABLE visit (page TEXT)").execute(&mut conn).await?;
    let (tell, mut rollbacks) = unbounded_channel();
    conn.lock_handle().await?.set_rollback_hook(move || {
        let _ = tell.send(());
    });

    let mut tx = conn.begin().await?;
    sqlx::query("INSERT INTO visit VALUES ('home')").execute(&mut *tx).await?;
    println!("the transaction is dropped");
    drop(tx);
    rollbacks.recv().await;
    println!("SQLite has rolled back, and nobody has used the connection since");
    Ok(())
}
// ANCHOR_END: program
