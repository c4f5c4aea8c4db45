//! The shop. Given: nothing to change here.

use anyhow::{Result, bail};
use probe::Trace;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::task::TaskTracker;

#[derive(Debug, Clone)]
pub struct Order {
    pub number: u32,
    /// What the bank says of the card.
    pub card_is_good: bool,
    /// Whether the address can be printed on a label. If it cannot, `ship` panics.
    pub address_is_good: bool,
}

/// A bank, a courier, and a count of the work that is still to be done before the shop may close.
#[derive(Clone, Default)]
pub struct Shop {
    /// `close` waits for every task that was spawned here.
    pub work: TaskTracker,
    log: Trace,
}

impl Order {
    pub fn new(number: u32) -> Order {
        Order { number, card_is_good: true, address_is_good: true }
    }
}

impl Shop {
    pub fn new() -> Shop {
        Shop::default()
    }

    // ANCHOR: steps
    /// Asks the bank for the money, and waits for the bank's receipt.
    pub async fn charge(&self, order: &Order) -> Result<()> {
        sleep(Duration::from_secs(1)).await;
        if !order.card_is_good {
            self.note(order, "declined");
            sleep(Duration::from_secs(1)).await;
            bail!("the card was declined");
        }
        self.note(order, "charged");
        sleep(Duration::from_secs(1)).await;
        Ok(())
    }

    /// Gives the parcel to the courier, and waits for the courier's signature.
    pub async fn ship(&self, order: &Order) -> Result<()> {
        sleep(Duration::from_secs(1)).await;
        assert!(order.address_is_good, "the address does not fit on a label");
        self.note(order, "shipped");
        sleep(Duration::from_secs(1)).await;
        self.note(order, "signed");
        Ok(())
    }
    // ANCHOR_END: steps

    /// Closes the shop for the night: waits until all work is done.
    pub async fn close(&self) {
        self.work.close();
        self.work.wait().await;
    }

    /// Everything done so far, in order.
    pub fn log(&self) -> Vec<String> {
        self.log.events()
    }

    fn note(&self, order: &Order, what: &str) {
        self.log.note(format!("order {}: {what}", order.number));
    }
}
