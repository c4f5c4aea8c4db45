//! What has begun to arrive from one side is not torn apart by what arrives from the other.

use super::{Call, Kitchen, Printer, work};
use std::time::Duration;
use tokio::join;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time::{sleep, timeout};

const LINES: [&str; 6] = ["table 3", "soup", "table 8", "fish", "table 5", "cake"];
const COOKED: [&str; 3] =
    ["soup cooked for table 3", "fish cooked for table 8", "cake cooked for table 5"];
const BILL: &str = "bill written for table 1";

/// More than anybody should need.
const EVENING: Duration = Duration::from_secs(6 * 3600);

const MINUTE: Duration = Duration::from_secs(60);

/// How many orders may be cooked between a `Close` and the end. Whoever takes turns for each event needs one
/// or two. Whoever takes turns for each poll, as `join!` does, may cook what a poll's budget of 128 lines
/// allows before the door gets its turn, and that is little against 2000.
const LAST_ORDERS: usize = 200;

/// Polls that `work` may need for three orders; only a loop that never waits comes here.
const MOST_POLLS: usize = 200;

struct Room {
    lines: Sender<String>,
    calls: Sender<Call>,
}

fn open() -> (Room, Printer, Receiver<Call>) {
    let (lines, printer) = mpsc::channel(10_000);
    let (calls, door) = mpsc::channel(100);
    (Room { lines, calls }, Printer::new(printer), door)
}

impl Room {
    /// Prints a line, and gives the kitchen time to deal with it.
    async fn print(&self, line: &str) {
        let _ = self.lines.try_send(line.to_owned());
        probe::settle().await;
    }

    async fn call(&self, call: Call) {
        let _ = self.calls.try_send(call);
        probe::settle().await;
    }

    async fn bill(&self) {
        self.call(Call::Bill("table 1".to_owned())).await;
    }
}

/// Lets the kitchen work while `evening` takes its course. It gets the room, and may give it up. Returns what was
/// done, and whether the kitchen came to an end.
async fn log_of(evening: impl AsyncFnOnce(Room)) -> (Vec<String>, bool) {
    let (room, printer, door) = open();
    let mut kitchen = Kitchen::default();
    let (ended, ()) = join!(timeout(EVENING, work(printer, door, &mut kitchen)), evening(room));
    (kitchen.log(), ended.is_ok())
}

/// The same, with an evening that is a task of its own, so that `work` is polled when it is woken, and each of its
/// polls counts.
async fn log_beside<Evening>(evening: impl FnOnce(Room) -> Evening) -> (Vec<String>, bool)
where
    Evening: Future<Output = ()> + Send + 'static,
{
    let (room, printer, door) = open();
    let mut kitchen = Kitchen::default();
    let evening = tokio::spawn(evening(room));
    let work = probe::cancel_after(MOST_POLLS, work(printer, door, &mut kitchen));
    let ended = timeout(EVENING, work).await;
    if ended.as_ref().is_ok_and(|attempt| attempt.output.is_none()) {
        panic!(
            "For a minute nothing is printed and nobody calls, and `work` was polled {MOST_POLLS} times: it goes \
             round and round, a processor at full load.\n\
             Which side is ready each time that it is asked, and with what?"
        );
    }
    evening.await.expect("printing and calling do not panic");
    (kitchen.log(), ended.is_ok())
}

fn list(log: &[impl AsRef<str>]) -> String {
    let lines: Vec<String> = log.iter().map(|line| format!("    {}", line.as_ref())).collect();
    if lines.is_empty() { "    nothing".to_owned() } else { lines.join("\n") }
}

#[test]
fn every_order_is_cooked_and_every_bill_written() {
    probe::run(async {
        let (log, ended) = log_of(async |room| {
            for line in LINES {
                let _ = room.lines.try_send(line.to_owned());
            }
            for table in ["table 1", "table 2", "table 4", "table 6"] {
                let _ = room.calls.try_send(Call::Bill(table.to_owned()));
            }
        })
        .await;
        let orders: Vec<&String> = log.iter().filter(|line| line.contains("cooked")).collect();
        assert!(
            orders == COOKED,
            "three orders lay in the printer before the kitchen began. To be cooked, in this order:\n{}\n\
             and cooked were\n{}",
            list(&COOKED),
            list(&orders)
        );
        let bills: Vec<&str> =
            log.iter().filter_map(|line| line.strip_prefix("bill written for ")).collect();
        assert!(
            bills == ["table 1", "table 2", "table 4", "table 6"],
            "tables 1, 2, 4 and 6 wanted to pay, and these got a bill:\n{}",
            list(&bills)
        );
        assert!(ended, "printer and dining room have ended, and the kitchen has not");
    });
}

#[test]
fn a_call_between_two_lines_tears_no_order_apart() {
    for place in 0..=LINES.len() {
        probe::run(async {
            let (log, _) = log_of(async |room| {
                for line in &LINES[..place] {
                    room.print(line).await;
                }
                room.bill().await;
                for line in &LINES[place..] {
                    room.print(line).await;
                }
            })
            .await;
            let mut expected = COOKED.to_vec();
            expected.insert(place / 2, BILL);
            let when = match place.checked_sub(1) {
                Some(before) => format!("right after {:?}", LINES[before]),
                None => "before the first line".to_owned(),
            };
            assert!(
                log == expected,
                "Table 1 asked for its bill {when} was printed. To be done:\n{}\nand done was\n{}\n\
                 Who held the line that was printed just before the call, and what became of it?",
                list(&expected),
                list(&log)
            );
        });
    }
}

#[test]
fn many_calls_between_all_lines_tear_no_order_apart() {
    probe::run(async {
        let (log, _) = log_of(async |room| {
            for line in LINES {
                room.bill().await;
                room.print(line).await;
                room.bill().await;
                room.bill().await;
            }
        })
        .await;
        let cooked: Vec<&String> = log.iter().filter(|line| line.contains("cooked")).collect();
        let bills = log.iter().filter(|line| *line == BILL).count();
        assert!(
            cooked == COOKED && bills == 3 * LINES.len(),
            "Three orders were printed, line by line, and between the lines came {} calls for a bill. \
             {bills} bills were written, and cooked were\n{}",
            3 * LINES.len(),
            list(&cooked)
        );
    });
}

#[test]
fn close_ends_it_at_once() {
    for printed in [0, 1, 2, 3] {
        probe::run(async {
            let (log, ended) = log_of(async |room| {
                for line in &LINES[..printed] {
                    room.print(line).await;
                }
                room.bill().await;
                room.call(Call::Close).await;
                for line in &LINES[printed..] {
                    room.print(line).await;
                }
                // Both sides stay open.
                sleep(2 * EVENING).await;
                drop(room);
            })
            .await;
            assert!(
                ended,
                "`Close` was called after {printed} lines and a bill, and hours later the kitchen still waits.\n\
                 For whom? Nobody has promised that another line or call will come."
            );
            let mut expected = COOKED[..printed / 2].to_vec();
            expected.push(BILL);
            assert!(
                log == expected,
                "`Close` was called after {printed} lines of the printer and a bill. What was done, although \
                 all the rest came later:\n{}\n\
                 What was `work` waiting for when `Close` was called?",
                list(&log)
            );
        });
    }
    probe::run(async {
        let (_, ended) = log_of(async |Room { lines, calls }| {
            drop(lines);
            probe::settle().await;
            let _ = calls.try_send(Call::Close);
            sleep(2 * EVENING).await;
            drop(calls);
        })
        .await;
        assert!(
            ended,
            "the printer was switched off, then `Close` was called, and hours later the kitchen still waits.\n\
             Who hears a call when there is no printer any more?"
        );
    });
}

#[test]
fn close_is_heard_while_the_printer_is_busy() {
    probe::run(async {
        let (log, ended) = log_of(async |room| {
            for order in 0..2000 {
                let _ = room.lines.try_send(format!("table {order}"));
                let _ = room.lines.try_send("chips".to_owned());
            }
            room.call(Call::Close).await;
            sleep(2 * EVENING).await;
            drop(room);
        })
        .await;
        assert!(
            ended && log.len() <= LAST_ORDERS,
            "2000 orders lay in the printer when `Close` was called, and {} of them were cooked after it.\n\
             Who is asked first, and how often does the other one get its turn?",
            log.len()
        );
    });
}

#[test]
fn it_ends_when_both_have_ended_and_not_before() {
    probe::run(async {
        let (log, ended) = log_beside(|Room { lines, calls }| async move {
            drop(calls);
            sleep(MINUTE).await;
            for line in LINES {
                let _ = lines.try_send(line.to_owned());
            }
        })
        .await;
        assert!(
            log == COOKED,
            "the dining room has gone home, then three orders were printed, and cooked were\n{}",
            list(&log)
        );
        assert!(ended, "printer and dining room have ended, and the kitchen has not");
    });
    probe::run(async {
        let (log, ended) = log_beside(|Room { lines, calls }| async move {
            drop(lines);
            sleep(MINUTE).await;
            let _ = calls.try_send(Call::Bill("table 1".to_owned()));
        })
        .await;
        assert!(
            log == [BILL],
            "the printer was switched off, then table 1 asked for its bill, and done was\n{}",
            list(&log)
        );
        assert!(ended, "printer and dining room have ended, and the kitchen has not");
    });
}

#[test]
fn when_it_is_over_nobody_listens_any_more() {
    let sweep = probe::at_every_suspension(async |cut| {
        let (room, printer, door) = open();
        let (lines, calls) = (room.lines.clone(), room.calls.clone());
        // A task of its own, so that `work` is polled when it is woken and not whenever somebody prints.
        let evening = tokio::spawn(async move {
            for line in &LINES[..3] {
                room.print(line).await;
                room.bill().await;
            }
            room.call(Call::Close).await;
        });
        cut.run(work(printer, door, &mut Kitchen::default())).await;
        probe::settle().await;
        assert!(
            lines.is_closed() && calls.is_closed(),
            "`work` is over, and somebody still takes lines off the printer or listens at the door.\n\
             What they hear, nobody will cook. Who are they, and who ends them?"
        );
        evening.await.expect("printing does not panic");
    });
    // Before the first poll, and lines and calls that came one by one.
    sweep.at_least(5);
}
