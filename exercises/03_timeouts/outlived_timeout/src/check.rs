//! When `run_within` is over, by a value, a panic, its limit or a drop, its job is over too.

use super::{Failure, run_within};
use probe::{Check, Tally, Trace};
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};

const SECOND: Duration = Duration::from_secs(1);
const LIMIT: Duration = Duration::from_millis(3500);
const HOUR: Duration = Duration::from_secs(3600);

/// The printer that the job holds while it prints five invoices, one each second.
#[derive(Clone, Default)]
struct Office {
    log: Trace,
    printer: Tally,
}

impl Office {
    async fn print_invoices(self) -> &'static str {
        let _printer = self.printer.counted();
        let _given_back = self.log.guard("the printer is given back");
        for invoice in 1..=5 {
            sleep(SECOND).await;
            self.log.note(format!("invoice {invoice} printed"));
        }
        "printed"
    }

    /// `run_within` is over: how many invoices are printed?
    fn printed_when_it_is_over(&self) -> usize {
        self.log.note("`run_within` is over");
        self.printed()
    }

    fn printed(&self) -> usize {
        self.log.events().iter().filter(|event| event.ends_with(" printed")).count()
    }

    /// Fails if anything was printed since `printed` invoices.
    #[track_caller]
    fn assert_nothing_more(&self, printed: usize) {
        let later = self.printed();
        assert!(
            later == printed,
            "`run_within` was over after {printed} invoices, and an hour later there are {later}.\n\
             Whoever has given up a job starts it again, and customers get two of each.\n\
             To whom does a spawned task belong? What becomes of it when its handle is dropped?"
        );
    }
}

#[test]
fn a_job_that_is_in_time_gives_its_value() {
    probe::run(async {
        let office = Office::default();
        let start = Instant::now();
        let answer = run_within(10 * SECOND, office.clone().print_invoices()).await;
        assert!(
            answer == Ok("printed") && office.printed() == 5,
            "the job needs five seconds and has ten; it came to {answer:?}"
        );
        let took = start.elapsed();
        assert!(
            took <= 6 * SECOND,
            "the job was done after 5 s, and its value came after {took:?}"
        );
    });
}

#[test]
fn a_panic_harms_nobody_else() {
    Check::new().panics_expected().run(async {
        let mut running = Box::pin(run_within(LIMIT, async {
            sleep(SECOND).await;
            panic!("the printer is on fire");
        }));
        let caught =
            poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| running.as_mut().poll(cx))) {
                Ok(poll) => poll.map(Some),
                Err(_) => Poll::Ready(None),
            })
            .await;
        let answer: Result<(), Failure> = caught.expect(
            "the job has panicked, and the panic went on into the caller of `run_within`.\n\
             Whatever else ran in that task is gone. Where must a job be polled, so that its panic \
             stays there?",
        );
        assert!(
            answer == Err(Failure::Panicked),
            "the job has panicked after a second, and it came to {answer:?}"
        );
    });
}

#[test]
fn after_the_limit_the_job_does_not_go_on() {
    Check::new().tasks_may_remain().run(async {
        let office = Office::default();
        let start = Instant::now();
        let answer = run_within(LIMIT, office.clone().print_invoices()).await;
        let (took, printed) = (start.elapsed(), office.printed_when_it_is_over());
        assert!(
            answer == Err(Failure::TimedOut) && took < LIMIT + SECOND,
            "the job needs five seconds and has three and a half; it came to {answer:?}, \
             after {took:?}"
        );
        assert!(
            took <= LIMIT,
            "the limit is {LIMIT:?}, and `run_within` came back after {took:?}.\n\
             The job is over as soon as the runtime comes to it. What else is waited for?"
        );
        sleep(HOUR).await;
        office.assert_nothing_more(printed);
    });
}

#[test]
fn when_it_returns_the_job_has_let_go_of_everything() {
    // A hundred others are due in the very moment in which the time is up, so that one turn of the
    // scheduler, or two, are not enough for it to come to the job.
    Check::new().tasks_may_remain().run(async {
        for others in [0, 1, 100, 1000] {
            let office = Office::default();
            for _ in 0..others {
                tokio::spawn(async {
                    sleep(LIMIT).await;
                    for _ in 0..3 {
                        yield_now().await;
                    }
                });
            }
            let answer = run_within(LIMIT, office.clone().print_invoices()).await;
            office.log.note("`run_within` is over");
            assert!(answer == Err(Failure::TimedOut), "it came to {answer:?}");
            assert!(
                office.printer.alive() == 0,
                "`run_within` has returned, and the job still holds the printer. (Beside it there \
                 are {others} other tasks.)\n\
                 Who takes the printer now finds it taken.\n\
                 When is a task that was told to stop over, and how does one learn of it?"
            );
        }
    });
}

#[test]
fn who_drops_it_stops_the_job() {
    let sweep = Check::new().tasks_may_remain().at_every_suspension(async |cut| {
        let office = Office::default();
        cut.run(run_within(LIMIT, office.clone().print_invoices())).await;
        probe::settle().await;
        let printed = office.printed_when_it_is_over();
        sleep(HOUR).await;
        office.assert_nothing_more(printed);
        assert!(
            office.printer.alive() == 0,
            "`run_within` was over an hour ago, and the job still holds the printer"
        );
    });
    sweep.at_least(2);
}
