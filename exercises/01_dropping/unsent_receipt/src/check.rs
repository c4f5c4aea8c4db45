//! Once `checkout` returns, its order is paid, audited and has its receipt, and nothing is left to do.

use super::{Order, Shop, checkout};
use probe::Check;
use tokio::runtime::Handle;
use tokio::task::yield_now;

const SMALL: Order = Order { number: 1, amount: 250 };
const LARGE: Order = Order { number: 2, amount: 250_000 };

/// Six turns of bank, auditor and outbox, and the time before the first poll.
const POINTS: usize = 7;

fn entry(order: &Order, what: &str) -> String {
    format!("order {}: {what}", order.number)
}

/// The book when `checkout` has just returned.
async fn book_after_checkout(order: &Order) -> Vec<String> {
    let shop = Shop::open();
    checkout(&shop, order).await;
    shop.book()
}

#[test]
fn every_order_gets_one_receipt() {
    Check::new().tasks_may_remain().run(async {
        for order in [SMALL, LARGE] {
            let book = book_after_checkout(&order).await;
            let receipt = entry(&order, "receipt sent");
            let receipts = book.iter().filter(|line| **line == receipt).count();
            assert!(
                receipts > 0,
                "`checkout` of order {} has returned, and no receipt was sent.\n\
                 What does a call of an `async fn` do, before anybody polls what it returned?",
                order.number
            );
            assert!(
                receipts == 1,
                "`checkout` of order {} has returned, and {receipts} receipts were sent",
                order.number
            );
        }
    });
}

#[test]
fn a_small_order_is_audited_like_a_large_one() {
    Check::new().tasks_may_remain().run(async {
        for order in [LARGE, SMALL] {
            assert!(
                book_after_checkout(&order).await.contains(&entry(&order, "audited")),
                "`checkout` of order {} ({} cents) has returned, and the auditor never saw it.\n\
                 A future that was made is not a future that runs.",
                order.number,
                order.amount
            );
        }
    });
}

#[test]
fn the_book_has_payment_audit_and_receipt_in_this_order() {
    Check::new().tasks_may_remain().run(async {
        for order in [SMALL, LARGE] {
            let expected = ["paid", "audited", "receipt sent"].map(|what| entry(&order, what));
            let book = book_after_checkout(&order).await;
            assert!(
                book == expected,
                "the book must read {expected:?},\nand it reads {book:?}.\n\
                 Each step may begin only when the one before it is done."
            );
        }
    });
}

#[test]
fn no_unpaid_order_gets_a_receipt_wherever_checkout_is_dropped() {
    let sweep = Check::new().tasks_may_remain().at_every_suspension(async |cut| {
        let shop = Shop::open();
        cut.run(checkout(&shop, &SMALL)).await;
        let book = shop.book();
        assert!(
            !book.contains(&entry(&SMALL, "receipt sent")) || book.contains(&entry(&SMALL, "paid")),
            "`checkout` was dropped on its way, and the customer holds a receipt for nothing"
        );
    });
    sweep.at_least(2);
}

#[test]
fn checkout_does_its_work_itself() {
    // A spawned task does not belong to `checkout`: nobody has to wait for it, and dropping `checkout`
    // does not stop it.
    let sweep = Check::new().tasks_may_remain().at_every_suspension(async |cut| {
        let shop = Shop::open();
        cut.run(checkout(&shop, &SMALL)).await;
        let book = shop.book();
        yield_now().await; // A task that was aborted needs a turn to end.
        assert!(
            Handle::current().metrics().num_alive_tasks() == 0,
            "`checkout` is over, and a task that it spawned is still running"
        );
        for _ in 0..10 {
            yield_now().await;
        }
        assert!(shop.book() == book, "`checkout` is over, and the book is still being written");
    });
    sweep.at_least(POINTS);
}
