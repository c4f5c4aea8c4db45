//! Whatever cuts a report short, the office books each sale once and nothing that is not a sale.

use super::{Office, Till};
use std::io::ErrorKind;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const SALE: &str = "sale 17: 250";
const NEXT: &str = "sale 18: 90";

/// A report ends when its last byte is on the wire, and four bytes fit there. A clerk who falls
/// asleep earlier than this keeps the report of `SALE` waiting.
const BYTES_BEFORE_A_WAIT: usize = SALE.len() + 1 - 4;

/// Before the first poll, in the call, and with half a line on the wire.
const POINTS: usize = 3;

const HOUR: Duration = Duration::from_secs(3600);

/// The office books these lines, in any order, and no others.
#[track_caller]
fn assert_booked(office: &Office, sales: &[&str]) {
    let (mut booked, mut wanted) = (office.booked(), sales.to_vec());
    booked.sort_unstable();
    wanted.sort_unstable();
    if let Some(line) = booked.iter().find(|line| ![SALE, NEXT].contains(&line.as_str())) {
        panic!(
            "the office has booked {line:?}, and there is no such sale.\n\
             Some of it was on the wire already, and that cannot be taken back.\n\
             How many bytes of a request has the office, when a write of it is given up?"
        );
    }
    assert!(
        booked == wanted,
        "the office must have booked {wanted:?}, each once, and it has booked {booked:?}.\n\
         What is reported as failed is reported again. Whose bytes were still on their way?"
    );
}

#[track_caller]
fn assert_one_wire(office: &Office) {
    let open = office.calls.alive();
    assert!(
        open <= 1,
        "the till has one wire, and {open} are open: at the others a clerk waits for the rest of a \
         request, for ever"
    );
}

#[test]
fn sales_go_over_one_wire_in_their_order() {
    probe::run(async {
        let office = Office::default();
        let mut till = Till::new(office.clone());
        for sale in [SALE, NEXT, SALE] {
            till.report(sale).await.expect("the office reads, so nothing is in the way");
        }
        let calls = office.calls.made();
        drop(till);
        probe::settle().await;
        assert!(
            office.booked() == [SALE, NEXT, SALE],
            "three sales were reported, and the office has booked {:?}",
            office.booked()
        );
        assert!(
            calls == 1,
            "nothing was in the way, and the till called {calls} times for three sales; \
             a wire on which all is well is used again"
        );
    });
}

#[test]
fn a_slow_office_books_each_sale_once() {
    // The clerk at the first wire naps for longer than a second and for less than three, after each
    // byte in turn.
    for after_bytes in 0..=SALE.len() + 1 {
        probe::run(async {
            let office = Office::default();
            office.naps(1, after_bytes, Duration::from_millis(1500));
            let mut till = Till::new(office.clone());
            for sale in [SALE, NEXT] {
                if let Err(error) = till.report(sale).await {
                    panic!(
                        "the office did not read for a second and a half, and {sale:?} came to \
                         {error:?}; a report has three seconds"
                    );
                }
            }
            drop(till);
            sleep(HOUR).await;
            assert_booked(&office, &[SALE, NEXT]);
        });
    }
}

#[test]
fn an_office_that_does_not_read_is_given_up_after_three_seconds() {
    probe::run(async {
        let office = Office::default();
        office.naps(10, 3, HOUR);
        let start = Instant::now();
        let answer = Till::new(office.clone()).report(SALE).await;
        let took = start.elapsed().as_millis();
        assert!(
            answer.as_ref().is_err_and(|error| error.kind() == ErrorKind::TimedOut),
            "the office reads nothing for an hour, and the report came to {answer:?}"
        );
        assert!(
            (2900..=3100).contains(&took),
            "it has given up after {took} ms, not three seconds"
        );
        sleep(2 * HOUR).await;
        assert_booked(&office, &[]);
    });
}

#[test]
fn after_giving_up_the_next_report_is_whole() {
    for after_bytes in 0..BYTES_BEFORE_A_WAIT {
        probe::run(async {
            let office = Office::default();
            office.naps(10, after_bytes, HOUR);
            let mut till = Till::new(office.clone());
            let first = till.report(SALE).await;
            assert!(first.is_err(), "the office does not read, and the report came to {first:?}");
            office.naps(0, 0, HOUR);
            // From here on a clerk reads at every new wire, and in an hour also at the old ones.
            for (sale, wait) in [(SALE, HOUR), (NEXT, Duration::ZERO)] {
                if till.report(sale).await.is_err() {
                    sleep(wait).await;
                    till.report(sale).await.expect("the office is awake again");
                }
            }
            sleep(2 * HOUR).await;
            assert_one_wire(&office);
            drop(till);
            probe::settle().await;
            assert_booked(&office, &[SALE, NEXT]);
        });
    }
}

#[test]
fn an_office_that_hangs_up_has_not_booked() {
    for after_bytes in 0..BYTES_BEFORE_A_WAIT {
        probe::run(async {
            let office = Office::default();
            office.hangs_up(after_bytes);
            let mut till = Till::new(office.clone());
            let first = till.report(SALE).await;
            probe::settle().await;
            // A report that has called again by itself may return `Ok`: the sale is booked then.
            assert!(
                first.is_err() || office.booked() == [SALE],
                "the office has hung up in the middle of {SALE:?}, and `report` returned `Ok`.\n\
                 The write has come to an end in time. To which one?"
            );
            if first.is_err() {
                let again = till.report(SALE).await;
                assert!(
                    again.is_ok(),
                    "the office has hung up once, and the next report came to {again:?}.\n\
                     Over which wire was it made?"
                );
            }
            drop(till);
            probe::settle().await;
            assert_booked(&office, &[SALE]);
        });
    }
}

#[test]
fn a_report_that_was_dropped_can_be_made_again() {
    // Suspensions and not leaves: once the last byte is on the wire the sale is out, whatever an
    // answer may still do after that, and a cut there is not the one that is asked about.
    let sweep = probe::at_every_suspension(async |cut| {
        let office = Office::default();
        let mut till = Till::new(office.clone());
        let first = cut.run(till.report(SALE)).await;
        if first.is_none() {
            till.report(SALE).await.expect("the office reads, so nothing is in the way");
        }
        till.report(NEXT).await.expect("the office reads, so nothing is in the way");
        drop(till);
        sleep(HOUR).await;
        assert_booked(&office, &[SALE, NEXT]);
    });
    sweep.at_least(POINTS);
}

#[test]
fn a_wire_with_half_a_request_is_hung_up() {
    let sweep = probe::at_every_suspension(async |cut| {
        let office = Office::default();
        let mut till = Till::new(office.clone());
        cut.run(till.report(SALE)).await;
        till.report(NEXT).await.expect("the office reads, so nothing is in the way");
        probe::settle().await;
        assert_one_wire(&office);
        drop(till);
        probe::settle().await;
        assert!(office.calls.alive() == 0, "the till is gone, and its wire is still open");
    });
    sweep.at_least(POINTS);
}
