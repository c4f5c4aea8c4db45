//! One dish, one table and the whole house can each be stopped without stopping more than that, and a table
//! that is over stops all that is its own.

use super::{Burnt, Dish, Kitchen, Plate, serve};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const MINUTE: Duration = Duration::from_secs(60);
/// A cook needs a second to tidy up.
const A_WHILE: Duration = Duration::from_secs(10);

/// Before the first poll, and while it waits for plates. More, if it waits for one after the other.
const POINTS: usize = 2;

const fn dish(name: &'static str, minutes: u32) -> Dish {
    Dish { name, minutes, burns: false }
}

const WINDOW: [Dish; 3] = [dish("soup", 3), dish("fish", 6), dish("cake", 9)];
const CORNER: [Dish; 2] = [dish("rice", 5), dish("beans", 8)];

/// Two tables, one kitchen.
#[derive(Default)]
struct House {
    kitchen: Kitchen,
    closing: CancellationToken,
}

impl House {
    async fn serve(&self, dishes: &[Dish]) -> Result<Vec<&'static str>, Burnt> {
        let plates = serve(&self.kitchen, dishes, &self.closing).await?;
        Ok(plates.into_iter().map(|Plate(name)| name).collect())
    }

    fn fires(&self) -> usize {
        self.kitchen.fires.alive()
    }

    /// Fires that are not those of the table in the corner: rice, beans and its plate warmer.
    fn other_fires(&self) -> usize {
        let done = |what| self.kitchen.log.count(what);
        let corner = if done("beans done") > 0 { 0 } else { 3 - done("rice done") };
        assert!(
            self.fires() >= corner,
            "{} fires burn, and the table in the corner alone needs {corner}: it is still being served.\n\
             Is its plate warmer on, and how long does the guard of that token live?",
            self.fires()
        );
        self.fires() - corner
    }

    fn is_closed(&self) -> bool {
        self.closing.is_cancelled()
    }

    /// The corner table gets all it has ordered, whatever becomes of the other one.
    async fn serve_corner(&self, what_happened: &str) {
        let plates = self.serve(&CORNER).await;
        assert!(
            matches!(plates.as_deref(), Ok(["rice", "beans"])),
            "{what_happened}, and the table in the corner, which had nothing to do with it, was served \
             {plates:?} instead of rice and beans.\n\
             Which tokens are the same token?"
        );
    }
}

#[test]
fn all_that_was_ordered_is_served() {
    probe::run(async {
        let house = House::default();
        let cook = async {
            sleep(8 * MINUTE).await;
            house.fires()
        };
        let (plates, fires) = tokio::join!(house.serve(&WINDOW), cook);
        assert!(
            matches!(plates.as_deref(), Ok(["soup", "fish", "cake"])),
            "nobody took anything back, and the table was served {plates:?} instead of soup, fish and \
             cake. Who has cancelled, and when?"
        );
        assert!(
            fires == 2,
            "the cake was still on the stove, soup and fish were waiting on the plate warmer, and {fires} \
             fires burned instead of 2.\n\
             How long does the guard of the plate warmer's token live?"
        );
        assert!(!house.is_closed(), "one table was served, and the house closed");
        house.closing.cancel();
        sleep(A_WHILE).await;
    });
}

#[test]
fn a_dish_taken_back_stops_its_own_cook_only() {
    probe::run(async {
        let house = House::default();
        let guest = async {
            sleep(MINUTE).await;
            house.kitchen.take_back("soup");
            sleep(A_WHILE).await;
            let left = house.kitchen.log.count("soup left");
            assert!(left == 1, "the soup was taken back, and somebody is still cooking it");
            house.kitchen.log.count("plate warmer off")
        };
        let corner = house.serve_corner("somebody took the soup back");
        let (plates, switched_off, ()) = tokio::join!(house.serve(&WINDOW), guest, corner);
        assert!(
            matches!(plates.as_deref(), Ok(["fish", "cake"])),
            "the soup was taken back, and its table was served {plates:?} instead of fish and cake.\n\
             Whom did that request reach, and what does `serve` do about a dish that does not come?"
        );
        assert!(
            switched_off == 0,
            "the soup was taken back, and a plate warmer was switched off, which fish and cake need as well.\n\
             Which tokens are the same token?"
        );
        assert!(!house.is_closed(), "somebody took the soup back, and the house closed");
    });
}

#[test]
fn closing_time_stops_every_cook_of_every_table() {
    for (minutes, made) in [(1, &[][..]), (4, &["soup"])] {
        probe::run(async {
            let house = House::default();
            let owner = async {
                sleep(minutes * MINUTE).await;
                house.closing.cancel();
                sleep(A_WHILE).await;
                assert!(
                    house.fires() == 0,
                    "the house closed, and a while later {} fires were still burning.\n\
                     Whom does the owner's token reach?",
                    house.fires()
                );
            };
            let tables = async { tokio::join!(house.serve(&WINDOW), house.serve(&CORNER)) };
            let ((window, corner), ()) = tokio::join!(tables, owner);
            assert!(
                window.as_deref().is_ok_and(|plates| plates == made)
                    && corner.as_deref().is_ok_and(<[_]>::is_empty),
                "the house closed after {minutes} min, when {made:?} was ready for the window and nothing \
                 for the corner, and the tables got {window:?} and {corner:?}.\n\
                 Who has to stop at closing time, and who has only to wait for them?"
            );
        });
    }
}

#[test]
fn nothing_is_put_on_the_stove_after_closing_time() {
    probe::run(async {
        let house = House::default();
        house.closing.cancel();
        let plates = house.serve(&WINDOW).await;
        sleep(A_WHILE).await;
        assert!(
            plates.is_ok_and(|plates| plates.is_empty()) && house.kitchen.fires.made() == 0,
            "the house was closed, and for a new table {} fires were lit.\n\
             What does a token that is made after the request know of it?",
            house.kitchen.fires.made()
        );
    });
}

#[test]
fn a_table_that_is_served_leaves_no_fire_behind() {
    probe::run(async {
        let house = House::default();
        let window = async {
            let _ = house.serve(&WINDOW[..1]).await;
            sleep(A_WHILE).await;
            assert!(
                house.other_fires() == 0,
                "the table at the window was served, and a while later its plate warmer is still on.\n\
                 It waits for a token to be cancelled. Who cancels it, now that this table is over?"
            );
        };
        tokio::join!(window, house.serve_corner("the table at the window was served"));
        sleep(A_WHILE).await;
        assert!(!house.is_closed(), "one table was served, and the house closed");
        assert!(
            house.fires() == 0,
            "all are served, and {} fires are still burning",
            house.fires()
        );
    });
}

#[test]
fn a_table_with_an_error_leaves_no_fire_behind() {
    probe::run(async {
        let house = House::default();
        let burnt = [Dish { burns: true, ..WINDOW[0] }, WINDOW[1], WINDOW[2]];
        let window = async {
            let end = house.serve(&burnt).await;
            assert!(end.is_err(), "the soup was burnt, and `serve` said {end:?}");
            sleep(A_WHILE).await;
            assert!(
                house.other_fires() == 0,
                "the soup was burnt, `serve` has returned the error, and a while later cooks were still \
                 busy with the rest of that table.\n\
                 After a `?` that had an error, who says that this table is over, and whom does it reach?"
            );
        };
        tokio::join!(window, house.serve_corner("the soup was burnt"));
        sleep(A_WHILE).await;
        assert!(!house.is_closed(), "the soup was burnt, and the house closed");
    });
}

#[test]
fn a_table_that_leaves_takes_its_cooks_along_and_nobody_else() {
    let sweep = probe::at_every_suspension(async |cut| {
        let house = House::default();
        let window = async {
            cut.run(house.serve(&WINDOW)).await;
            house.kitchen.log.note("the guests have left");
            sleep(A_WHILE).await;
            assert!(
                house.other_fires() == 0,
                "the guests have left, their `serve` was dropped, and a while later their cooks or their \
                 plate warmer were still at work.\n\
                 What of `serve` still runs when it is dropped?"
            );
        };
        tokio::join!(window, house.serve_corner("the guests at the window left"));
        sleep(A_WHILE).await;
        assert!(!house.is_closed(), "one table left, and the house closed");
        assert!(
            house.fires() == 0,
            "no table is left, and {} fires are still burning.\n\
             Who cancels their token, now that their table is over?",
            house.fires()
        );
    });
    sweep.at_least(POINTS);
}
