// Why it tempts: nobody uses the snapshot by name, so it gets none.
// Why it fails: `_` is not a name. It binds nothing, so the snapshot is dropped at the end of that very
// line; `_snapshot` would keep it.
// Rejected by: all_files_are_sent_from_one_snapshot
// Says: nothing kept the files from changing any more

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let _lease = lease;
    let connection = session;
    // ANCHOR: mistake
    let _ = connection.snapshot().await;
    let mut upload = connection.upload().await;
    // ANCHOR_END: mistake
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
