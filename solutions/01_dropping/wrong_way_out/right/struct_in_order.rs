// A struct drops its fields in the order in which they are declared, however it comes to be dropped.

mod site;

pub use site::{Lease, Session, Site, Snapshot, Upload};

struct Night {
    session: Session,
    _lease: Lease,
}

pub fn back_up(session: Session, lease: Lease) -> impl Future<Output = ()> {
    let night = Night { session, _lease: lease };
    async move {
        let night = night;
        let _snapshot = night.session.snapshot().await;
        let mut upload = night.session.upload().await;
        for file in ["accounts", "orders", "stock"] {
            upload.send(file).await;
        }
    }
}

#[cfg(test)]
mod check;
