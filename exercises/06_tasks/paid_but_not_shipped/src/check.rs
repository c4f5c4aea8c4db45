//! A sale that has begun is finished, whoever stops waiting for it.

use super::{Order, Shop, sell};
use anyhow::Result;
use probe::Check;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

const MINUTE: Duration = Duration::from_secs(60);

const WHOLE: [&str; 3] = ["charged", "shipped", "signed"];

/// Tasks that are left are found by these checks themselves, with better words.
fn check() -> Check {
    Check::new().tasks_may_remain()
}

fn lines(number: u32, what: &[&str]) -> Vec<String> {
    what.iter().map(|what| format!("order {number}: {what}")).collect()
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

/// What `sell` says, without the backtrace of an error.
fn answer(sold: Result<()>) -> Result<(), String> {
    sold.map_err(|error| error.to_string())
}

/// All of a sale, or nothing of it.
#[track_caller]
fn assert_all_or_nothing(shop: &Shop, when: &str) {
    let log = shop.log();
    assert!(
        log.is_empty() || log == lines(1, &WHOLE),
        "{when}, and a minute later the shop's log is {log:?}.\n\
         The customer has paid for a parcel, and nobody does what is still to be done. Who polls the rest of \
         a sale when the one who asked for it has gone?"
    );
}

#[test]
fn a_sale_is_charged_and_shipped_when_it_returns() {
    check().run(async {
        let shop = Shop::new();
        let sold = answer(sell(&shop, &Order::new(1)).await);
        assert!(sold.is_ok(), "nothing went wrong, and `sell` says {sold:?}");
        let log = shop.log();
        assert!(
            log == lines(1, &WHOLE),
            "`sell` has returned `Ok`, and the shop's log is {log:?}:\n\
             the customer was told too much, too early"
        );
        sleep(MINUTE).await;
        assert!(shop.log() == log, "`sell` had returned, and then more was done: {:?}", shop.log());
    });
}

#[test]
fn a_sale_is_done_or_not_begun_wherever_its_caller_is_dropped() {
    let sweep = check().at_every_suspension(async |cut| {
        let shop = Shop::new();
        cut.run(sell(&shop, &Order::new(1))).await;
        sleep(MINUTE).await;
        assert!(
            cut.polls() > 0 || shop.log().is_empty(),
            "`sell` was called and never polled, and the shop's log is {:?}.\n\
             A future does nothing before it is polled; its callers count on it.",
            shop.log()
        );
        assert_all_or_nothing(&shop, "the caller of `sell` was dropped");
    });
    // Not polled at all, and dropped while it waits.
    sweep.at_least(2);
}

#[test]
fn a_customer_may_hang_up_at_any_moment() {
    for half_seconds in 1..=8 {
        check().run(async {
            let shop = Shop::new();
            let patience = Duration::from_millis(500 * half_seconds);
            let _ = timeout(patience, sell(&shop, &Order::new(1))).await;
            sleep(MINUTE).await;
            assert_all_or_nothing(&shop, &format!("a customer hung up after {patience:?}"));
        });
    }
}

#[test]
fn a_declined_card_is_an_error_and_ships_nothing() {
    let declined = Order { card_is_good: false, ..Order::new(1) };
    let sweep = check().at_every_suspension(async |cut| {
        let shop = Shop::new();
        if let Some(sold) = cut.run(sell(&shop, &declined)).await {
            let sold = answer(sold);
            assert!(
                sold.as_ref().is_err_and(|error| error.contains("declined")),
                "the bank has declined the card, and `sell` says {sold:?}"
            );
        }
        sleep(MINUTE).await;
        let log = shop.log();
        assert!(
            log.is_empty() || log == lines(1, &["declined"]),
            "the bank declines the card, and the shop's log is {log:?}"
        );
    });
    sweep.at_least(2);
}

#[test]
fn a_panic_reaches_whoever_waits() {
    check().panics_expected().deadlock_means(MUTE).run(async {
        let shop = Shop::new();
        let unprintable = Order { address_is_good: false, ..Order::new(1) };
        let outcome = catch(sell(&shop, &unprintable)).await;
        assert!(
            !matches!(outcome, Ok(Ok(()))),
            "shipping has panicked, and `sell` says `Ok`: the customer waits for a parcel that \
             will not come.\n\
             What does the handle of a task say when the task has panicked?"
        );
    });
}

const MUTE: &str = "Here: shipping has panicked, and `sell` still waits for an answer.";

#[test]
fn the_shop_closes_after_its_last_sale() {
    let sweep = check().at_every_suspension(async |cut| {
        let shop = Shop::new();
        cut.run(sell(&shop, &Order::new(1))).await;
        let closed = timeout(MINUTE, shop.close()).await;
        let log = shop.log();
        assert!(
            closed.is_ok(),
            "a minute ago the shop was to be closed, and still it waits for work to be done.\n\
             Its log is {log:?}. Who will do the rest?"
        );
        sleep(MINUTE).await;
        assert!(
            shop.log() == log,
            "the shop has closed when its log was {log:?}, and a minute later it is {:?}.\n\
             After closing, the program ends, and with it every task: that minute is not there. How does the \
             shop know what it has to wait for?",
            shop.log()
        );
        assert_all_or_nothing(&shop, "the shop has closed");
    });
    sweep.at_least(2);
}

#[test]
fn two_sales_do_not_wait_for_each_other() {
    check().run(async {
        let shop = Shop::new();
        let (first, second) = (Order::new(1), Order::new(2));
        let begun = Instant::now();
        let early = async { (sell(&shop, &first).await, begun.elapsed()) };
        let late = async {
            sleep(Duration::from_secs(3)).await; // When the first parcel is with the courier.
            (sell(&shop, &second).await, begun.elapsed())
        };
        let sales = async { tokio::join!(early, late) };
        let sold = timeout(MINUTE, sales).await;
        let Ok(((Ok(()), first_took), (Ok(()), both_took))) = sold else {
            panic!("nothing went wrong, and two sales have ended as {sold:?}");
        };
        assert!(
            first_took < Duration::from_secs(5) && both_took < Duration::from_secs(8),
            "a sale takes four seconds. One began at once and came back after {first_took:?}, one began \
             after three seconds and came back after {both_took:?}.\n\
             What else did they wait for?"
        );
        for number in [1, 2] {
            let of_this = format!("order {number}:");
            let log: Vec<_> =
                shop.log().into_iter().filter(|line| line.starts_with(&of_this)).collect();
            assert!(log == lines(number, &WHOLE), "of two sales, one has the log {log:?}");
        }
    });
}
