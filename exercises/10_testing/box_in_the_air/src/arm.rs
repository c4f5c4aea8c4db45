//! The storehouse and its arm. Given: nothing to change here.

use anyhow::{Context, Result, ensure};
use probe::{Counted, Tally, Trace};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::sleep;

/// Places in a row, each with a pile of boxes. Clones are the same storehouse.
#[derive(Clone, Default)]
pub struct Storehouse {
    piles: Arc<Mutex<Vec<Vec<&'static str>>>>,
    arms: Tally,
    trace: Trace,
}

// ANCHOR: arm
/// The arm; it holds one box or none.
pub struct Arm {
    storehouse: Storehouse,
    holds: Option<&'static str>,
    _alive: Counted,
}

impl Arm {
    /// Drives to a place, which takes a second, and takes the box on top.
    pub async fn lift(&mut self, from: usize) -> Result<()> {
        sleep(Duration::from_secs(1)).await;
        ensure!(self.holds.is_none(), "the arm holds a box already");
        let name = self.storehouse.take_from(from);
        self.holds = Some(name.with_context(|| format!("there is no box at {from}"))?);
        Ok(())
    }

    /// Drives to a place, which takes a second, and puts down what it holds. Returns its name.
    pub async fn put_down(&mut self, to: usize) -> Result<&'static str> {
        sleep(Duration::from_secs(1)).await;
        let name = self.holds.take().context("the arm holds no box")?;
        self.storehouse.add_to(to, name);
        Ok(name)
    }

    pub fn holds(&self) -> Option<&'static str> {
        self.holds
    }
}
// ANCHOR_END: arm

impl Storehouse {
    /// Four places, and the arm: salt with tea on top, nothing, rice, nothing.
    pub fn new() -> (Storehouse, Arm) {
        let storehouse = Storehouse::default();
        let piles = vec![vec!["salt", "tea"], vec![], vec!["rice"], vec![]];
        *storehouse.piles.lock().unwrap() = piles;
        let arm =
            Arm { storehouse: storehouse.clone(), holds: None, _alive: storehouse.arms.counted() };
        (storehouse, arm)
    }

    /// Where a box lies; `None` if it lies nowhere.
    pub fn place_of(&self, name: &str) -> Option<usize> {
        self.piles.lock().unwrap().iter().position(|pile| pile.contains(&name))
    }

    /// Whether anybody still keeps the arm.
    pub fn has_an_arm(&self) -> bool {
        self.arms.alive() > 0
    }

    fn take_from(&self, place: usize) -> Option<&'static str> {
        let name = self.piles.lock().unwrap()[place].pop()?;
        self.trace.note(format!("lifted {name} from {place}"));
        Some(name)
    }

    fn add_to(&self, place: usize, name: &'static str) {
        self.piles.lock().unwrap()[place].push(name);
        self.trace.note(format!("put {name} down at {place}"));
    }
}
