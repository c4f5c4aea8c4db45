//! No booking outlives the call that began it: all are done, or all are gone.

use super::{Agency, Booking, Ticket, book_all};
use anyhow::Result;
use probe::Check;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

const HOUR: Duration = Duration::from_secs(3600);

/// Tasks that are left are found by these checks themselves, with better words.
fn check() -> Check {
    Check::new().tasks_may_remain()
}

/// Five parts, of which the third to be done fails, after three seconds. One takes an hour.
fn trip_without_a_flight(agency: &Agency) -> Vec<Booking> {
    vec![
        agency.booking("car", 1),
        agency.sold_out("flight", 3),
        agency.booking("hotel", 5),
        agency.booking("boat", 2),
        agency.booking("museum", 3600),
    ]
}

/// When `booking` is about to end, many other tasks of the program have turns to take.
fn with_busy_neighbours(booking: Booking) -> Booking {
    Box::pin(async move {
        let result = booking.await;
        for _ in 0..500 {
            tokio::spawn(yield_now());
        }
        result
    })
}

/// Runs to the end or to a panic, whose payload is returned.
async fn catch<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    std::future::poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Ok),
        Err(payload) => Poll::Ready(Err(payload)),
    })
    .await
}

#[track_caller]
fn assert_all_ended(agency: &Agency, when: &str) {
    assert!(
        agency.under_way() == 0,
        "{when}, and {} of its bookings are still under way.\n\
         Who owns the tasks that they run in? Who has told them to end, and who has waited until they did?",
        agency.under_way()
    );
    assert!(
        agency.kept() == 0,
        "{when}, and {} places are still kept for a customer who does not travel",
        agency.kept()
    );
}

/// What is aborted or dropped must not book anything later either.
async fn assert_nothing_comes_later(agency: &Agency, when: &str) {
    let before = agency.booked();
    sleep(HOUR).await;
    let later = agency.booked() - before;
    assert!(
        later == 0,
        "{when}, and in the hour after that {later} places were booked for a customer who does not travel.\n\
         A task belongs to the runtime. What does it learn of the end of the one who spawned it?"
    );
}

#[test]
fn a_trip_has_all_its_tickets() {
    check().run(async {
        let agency = Agency::new();
        let begun = Instant::now();
        let trip = ["flight", "hotel", "car", "boat", "museum"];
        let bookings =
            trip.iter().zip([3, 5, 1, 2, 4]).map(|(what, takes)| agency.booking(what, takes));
        let tickets = book_all(bookings.collect()).await.expect("nothing is sold out");
        let mut parts: Vec<_> = tickets.iter().map(|ticket| ticket.what).collect();
        parts.sort_unstable();
        assert!(
            parts == ["boat", "car", "flight", "hotel", "museum"] && agency.kept() == 5,
            "five parts were booked, the tickets are {parts:?}, and {} places are kept",
            agency.kept()
        );
        assert!(
            begun.elapsed() == Duration::from_secs(5),
            "the slowest booking takes five seconds, and all together took {:?}",
            begun.elapsed()
        );
    });
}

#[test]
fn each_booking_runs_in_a_task_of_its_own() {
    check().run(async {
        let agency = Agency::new();
        let tasks = Arc::new(Mutex::new(vec![tokio::task::try_id()]));
        let bookings = ["flight", "hotel", "car"].map(|what| {
            let (booking, tasks) = (agency.booking(what, 1), Arc::clone(&tasks));
            Box::pin(async move {
                tasks.lock().unwrap().push(tokio::task::try_id());
                booking.await
            }) as Booking
        });
        book_all(bookings.into()).await.expect("nothing is sold out");
        let mut tasks = tasks.lock().unwrap().clone();
        tasks.sort_unstable_by_key(|task| task.map(|id| id.to_string()));
        tasks.dedup();
        assert!(
            tasks.len() == 4,
            "the caller and three bookings ran in {} tasks together.\n\
             What runs in one task runs on one core at a time.",
            tasks.len()
        );
    });
}

#[test]
fn the_first_failure_is_the_answer_and_comes_at_once() {
    for is_reversed in [false, true] {
        check().run(async {
            let agency = Agency::new();
            let begun = Instant::now();
            let mut bookings = trip_without_a_flight(&agency);
            bookings.push(agency.sold_out("opera", 4));
            if is_reversed {
                bookings.reverse();
            }
            let error = book_all(bookings).await.expect_err("the flight is sold out").to_string();
            assert!(
                begun.elapsed() == Duration::from_secs(3),
                "the flight was sold out after three seconds, and `book_all` says so after {:?}.\n\
                 Whom did it wait for?",
                begun.elapsed()
            );
            assert!(
                error.contains("flight is sold out"),
                "the flight was the first to fail, not {error:?}"
            );
        });
    }
}

#[test]
fn after_a_failure_nothing_is_under_way() {
    check().run(async {
        let agency = Agency::new();
        let mut bookings = trip_without_a_flight(&agency);
        let flight = bookings.remove(1);
        bookings.insert(1, with_busy_neighbours(flight));
        let failed = book_all(bookings).await;
        assert!(failed.is_err(), "the flight was sold out, and `book_all` says Ok");
        assert_all_ended(&agency, "`book_all` has returned an error");
        assert_nothing_comes_later(&agency, "`book_all` has returned an error").await;
    });
}

#[test]
fn a_panic_goes_on_when_nothing_is_under_way() {
    check().panics_expected().run(async {
        let agency = Agency::new();
        let bookings = vec![agency.booking("hotel", 5), agency.broken("the flight", 3)];
        let outcome = catch(book_all(bookings)).await;
        let payload = match outcome {
            Err(payload) => payload,
            Ok(result) => {
                let says = result.map(|_| "tickets").map_err(|error| error.to_string());
                panic!(
                    "a booking has panicked, and `book_all` returns {says:?}.\n\
                     A panic is a bug in the program, and not an answer that a customer should get. What \
                     does a `JoinError` know about it?"
                );
            }
        };
        let text = payload.downcast_ref::<String>().map_or("", String::as_str);
        assert!(
            text.contains("the computer for the flight is broken"),
            "a booking has panicked, `book_all` has panicked too, and the payload is not the booking's"
        );
        assert_all_ended(&agency, "`book_all` has panicked");
        assert_nothing_comes_later(&agency, "`book_all` has panicked").await;
    });
}

#[test]
fn whoever_drops_it_drops_all_of_it() {
    let sweep = check().at_every_suspension(async |cut| {
        let agency = Agency::new();
        let trip =
            vec![agency.booking("flight", 1), agency.booking("hotel", 2), agency.booking("car", 3)];
        let tickets = cut.run(book_all(trip)).await;
        probe::settle().await; // What was aborted needs a turn to end.
        if tickets.is_none() {
            assert_all_ended(&agency, "`book_all` was dropped");
            assert_nothing_comes_later(&agency, "`book_all` was dropped").await;
        }
    });
    // Not polled at all, and dropped while it waits.
    sweep.at_least(2);
}

#[test]
fn trips_within_trips_end_with_the_outermost() {
    check().run(async {
        let agency = Agency::new();
        let tour = part(book_all(vec![agency.booking("boat", 5), agency.booking("guide", 5)]));
        let cruise = part(book_all(vec![agency.booking("cabin", 5), tour]));
        let journey = tokio::spawn(book_all(vec![agency.booking("flight", 5), cruise]));
        sleep(Duration::from_secs(1)).await;
        assert!(agency.under_way() == 4, "{} of 4 bookings are under way", agency.under_way());
        journey.abort();
        probe::settle().await; // Each level needs a turn to abort the one below.
        let when = "a trip with trips within trips was aborted";
        assert_all_ended(&agency, when);
        assert_nothing_comes_later(&agency, when).await;
    });
}

/// A whole trip as a part of another one.
fn part(trip: impl Future<Output = Result<Vec<Ticket>>> + Send + 'static) -> Booking {
    Box::pin(async move { Ok(trip.await?.remove(0)) })
}
