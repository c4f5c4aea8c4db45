// The lease stays outside: the future that does the work is dropped, or done, before the local that it
// runs beside.

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

pub async fn back_up(session: Session, lease: Lease) {
    let _lease = lease;
    send_all(session).await;
}

async fn send_all(session: Session) {
    let _snapshot = session.snapshot().await;
    let mut upload = session.upload().await;
    for file in ["accounts", "orders", "stock"] {
        upload.send(file).await;
    }
}

#[cfg(test)]
mod check;
