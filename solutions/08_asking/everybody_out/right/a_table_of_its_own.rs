// A struct with a destructor: what a guard is, written by hand, and all plates waited for at once.

mod kitchen;

use futures::future::try_join_all;
pub use kitchen::{Burnt, Dish, Kitchen, Order, Plate};
use tokio_util::sync::CancellationToken;

struct Table(CancellationToken);

impl Drop for Table {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

pub async fn serve(
    kitchen: &Kitchen,
    dishes: &[Dish],
    closing: &CancellationToken,
) -> Result<Vec<Plate>, Burnt> {
    let table = Table(closing.child_token());
    kitchen.warm_plates(table.0.child_token());
    let orders = dishes.iter().map(|dish| kitchen.cook(*dish, table.0.child_token()).plate());
    let plates = try_join_all(orders).await?;
    Ok(plates.into_iter().flatten().collect())
}

#[cfg(test)]
mod check;
