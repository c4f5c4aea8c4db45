//! The kitchen. Given: nothing to change here.

use probe::{Tally, Trace};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const MINUTE: Duration = Duration::from_secs(60);
/// To turn the stove off and to put the pan away.
const TIDY_UP: Duration = Duration::from_secs(1);

#[derive(Clone, Copy)]
pub struct Dish {
    pub name: &'static str,
    pub minutes: u32,
    pub burns: bool,
}

/// What a guest gets.
#[derive(Debug, PartialEq, Eq)]
pub struct Plate(pub &'static str);

#[derive(Debug)]
pub struct Burnt;

/// Cooks that work in tasks of their own. Nobody can reach one but by the token that it was given.
#[derive(Clone, Default)]
pub struct Kitchen {
    pub log: Trace,
    /// Stoves that are on, and the plate warmer.
    pub fires: Tally,
    orders: Arc<Mutex<Vec<(&'static str, CancellationToken)>>>,
}

/// A dish that somebody is cooking. Who drops this has only lost sight of it.
pub struct Order {
    plate: oneshot::Receiver<Result<Option<Plate>, Burnt>>,
}

impl Kitchen {
    // ANCHOR: given
    /// Sets a cook to work. If `stop` is cancelled, the cook tidies up and leaves the dish.
    pub fn cook(&self, dish: Dish, stop: CancellationToken) -> Order {
        self.lock().push((dish.name, stop.clone()));
        let (pass, plate) = oneshot::channel();
        let kitchen = self.clone();
        tokio::spawn(async move {
            let made = kitchen.make(dish, stop).await;
            let _ = pass.send(made); // Perhaps the guests have left.
        });
        Order { plate }
    }

    /// Keeps the plates of a table warm until `stop` is cancelled.
    pub fn warm_plates(&self, stop: CancellationToken) {
        let kitchen = self.clone();
        tokio::spawn(async move {
            if !stop.is_cancelled() {
                let _fire = kitchen.fires.counted();
                kitchen.log.note("plate warmer on");
                stop.cancelled().await;
                kitchen.log.note("plate warmer off");
            }
        });
    }

    /// A guest does not want this dish any more: the token that its cook was given is cancelled.
    pub fn take_back(&self, name: &str) {
        let token =
            self.lock().iter().find(|(dish, _)| *dish == name).map(|(_, stop)| stop.clone());
        self.log.note(format!("{name} taken back"));
        token.expect("it was ordered").cancel();
    }
    // ANCHOR_END: given

    async fn make(&self, dish: Dish, stop: CancellationToken) -> Result<Option<Plate>, Burnt> {
        if stop.is_cancelled() {
            return Ok(None);
        }
        let _fire = self.fires.counted();
        self.log.note(format!("{} on the stove", dish.name));
        tokio::select! {
            biased;
            () = stop.cancelled() => {
                sleep(TIDY_UP).await;
                self.log.note(format!("{} left", dish.name));
                Ok(None)
            }
            () = sleep(MINUTE * dish.minutes) => {
                self.log.note(format!("{} {}", dish.name, if dish.burns { "burnt" } else { "done" }));
                if dish.burns { Err(Burnt) } else { Ok(Some(Plate(dish.name))) }
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(&'static str, CancellationToken)>> {
        self.orders.lock().expect("nobody panics with the lock")
    }
}

impl Order {
    /// The plate, or `None` if the cook was stopped.
    pub async fn plate(self) -> Result<Option<Plate>, Burnt> {
        self.plate.await.expect("every cook answers")
    }
}
