use crate::bank::{Bank, change};
use anyhow::Result;
use sqlx::SqlitePool;

// ANCHOR: transfer
async fn transfer_money(db: &SqlitePool, payer: &str, payee: &str, amount: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    change(&mut tx, payer, -amount).await?;
    change(&mut tx, payee, amount).await?;
    tx.commit().await?;
    Ok(())
}

/// The same; but `id` moves money once, however often this is called.
async fn transfer_once(
    db: &SqlitePool,
    id: &str,
    payer: &str,
    payee: &str,
    amount: i64,
) -> Result<()> {
    let mut tx = db.begin().await?;
    let insert = sqlx::query("INSERT OR IGNORE INTO transfer (id) VALUES (?)").bind(id);
    if insert.execute(&mut *tx).await?.rows_affected() == 0 {
        // An earlier attempt has committed, and perhaps nobody was left to be told.
        tx.rollback().await?;
        return Ok(());
    }
    change(&mut tx, payer, -amount).await?;
    change(&mut tx, payee, amount).await?;
    tx.commit().await?;
    Ok(())
}
// ANCHOR_END: transfer

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    println!("{:24} {:22} after another try", "dropped", "after the drop");
    println!("transfer_money");
    sweep(async |db| transfer_money(db, "alice", "bob", 30).await).await?;
    println!("transfer_once");
    sweep(async |db| transfer_once(db, "invoice 7", "alice", "bob", 30).await).await
}

async fn sweep(transfer: impl AsyncFn(&SqlitePool) -> Result<()>) -> Result<()> {
    let mut rows: Vec<(usize, String)> = Vec::new(); // The first step with each outcome.
    for steps in 0.. {
        let mut bank = Bank::open().await?;
        let db = bank.db.clone();
        let done = bank.cut(steps, transfer(&db)).await;
        if done.is_some() {
            rows.push((steps, String::new()));
            break;
        }
        let first = bank.balances().await?;
        transfer(&db).await?;
        let outcome = format!("{first}     {}", bank.balances().await?);
        if steps <= 1 || rows.last().is_some_and(|(_, last)| *last != outcome) {
            rows.push((steps, outcome));
        }
    }
    for pair in rows.windows(2) {
        let ((from, outcome), (end, _)) = (&pair[0], &pair[1]);
        match from {
            0 => println!("  before its first poll  {outcome}"),
            _ => println!("  at steps {from:2} to {:2}      {outcome}", end - 1),
        }
    }
    Ok(())
}
// ANCHOR_END: main
