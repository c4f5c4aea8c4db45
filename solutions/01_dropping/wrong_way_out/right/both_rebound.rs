// Both parameters become locals, the lease first, so the order can be read from top to bottom.

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let _until_the_end = lease;
    let connection = session;
    let _frozen = connection.snapshot().await;
    let mut upload = connection.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
