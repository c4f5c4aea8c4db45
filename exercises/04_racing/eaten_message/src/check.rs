//! What is taken out of the inbox gets to the desk, whatever it is.

use super::{Bell, Desk, Garbled, Inbox, Message, work};
use probe::Check;
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

/// Polls that `work` may need. None of these days has more than a hundred messages; only a loop that
/// never waits comes here.
const MOST_POLLS: usize = 500;

const A_DAY: Duration = Duration::from_secs(8 * 3600);
const A_MINUTE: Duration = Duration::from_secs(60);

/// How `work` came to an end on the paused clock.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Returned,
    /// Nothing wakes it any more.
    Asleep,
    /// It is polled again and again, and gets nowhere.
    Spins,
}

/// A day in the back room.
async fn day(inbox: &Inbox, desk: &Desk, bell: &Bell) -> End {
    match timeout(A_DAY, probe::cancel_after(MOST_POLLS, work(inbox, desk, bell))).await {
        Ok(attempt) if attempt.output.is_some() => End::Returned,
        Ok(_) => End::Spins,
        Err(_) => End::Asleep,
    }
}

/// The `n`th message of a mixed day and what the desk is to note of it.
fn message(n: u32) -> (Result<Message, Garbled>, String) {
    match n % 3 {
        1 => (Ok(Message::Order(n)), format!("order {n} packed")),
        2 => (Err(Garbled), "asked back".to_owned()),
        _ => (Ok(Message::Refund(n)), format!("order {n} refunded")),
    }
}

/// Says which message is missing, and how the clerk spent the rest of the day.
#[track_caller]
fn compare(log: &[String], expected: &[String], end: End) {
    if let Some(n) = (0..expected.len()).find(|&n| log.get(n) != Some(&expected[n])) {
        let fate = match end {
            End::Returned => "`work` has returned all the same",
            End::Asleep => "`work` sleeps now, and waits for nothing but the bell",
            End::Spins => "`work` goes round and round without waiting",
        };
        panic!(
            "message {} of {}: the desk should note {:?}, and {}.\n\
             {fate}. Who has taken the message out of the inbox, and what became of it there?",
            n + 1,
            expected.len(),
            expected[n],
            log.get(n).map_or("notes nothing more".to_owned(), |seen| format!("notes {seen:?}")),
        );
    }
    assert!(
        log.len() == expected.len(),
        "{} messages came, and the desk notes {}: something is dealt with twice",
        expected.len(),
        log.len()
    );
}

// Each poll of `select!` begins with a branch that is chosen at random. An order passes the three branches of
// the starting code in half of the cases, so 40 of them pass once in 10^12 runs.
#[test]
fn every_order_is_packed_once() {
    probe::run(async {
        let (slot, inbox) = Inbox::new();
        let (desk, bell) = (Desk::default(), Bell::default());
        (1..=40).for_each(|n| slot.send(Ok(Message::Order(n))).expect("the inbox is there"));
        drop(slot);
        let end = day(&inbox, &desk, &bell).await;
        let expected: Vec<String> = (1..=40).map(|n| format!("order {n} packed")).collect();
        compare(&desk.log.events(), &expected, end);
    });
}

#[test]
fn every_message_is_dealt_with_whatever_it_is() {
    probe::run(async {
        let (slot, inbox) = Inbox::new();
        let (desk, bell) = (Desk::default(), Bell::default());
        let (messages, expected): (Vec<_>, Vec<_>) = (1..=60).map(message).unzip();
        messages.into_iter().for_each(|one| slot.send(one).expect("the inbox is there"));
        drop(slot);
        let begun = Instant::now();
        let end = day(&inbox, &desk, &bell).await;
        compare(&desk.log.events(), &expected, end);
        assert!(
            end != End::Returned || begun.elapsed() < Duration::from_secs(1),
            "60 messages lay in the inbox, and `work` took {:?} over them.\n\
             What does it wait for after a message, and who listens to the bell meanwhile?",
            begun.elapsed()
        );
    });
}

#[test]
fn each_message_is_dealt_with_when_it_comes() {
    probe::run(async {
        let (slot, inbox) = Inbox::new();
        let (desk, bell) = (Desk::default(), Bell::default());
        let shop = async {
            for n in 1..=30 {
                sleep(A_MINUTE).await;
                let (message, expected) = message(n);
                slot.send(message).expect("the inbox is there");
                sleep(Duration::from_millis(1)).await; // The clerk's turn.
                let log = desk.log.events();
                assert!(
                    log.len() == n as usize && log.last() == Some(&expected),
                    "message {n} has come, the next one is a minute away, and the desk {} and not \
                     {expected:?}.\n\
                     Which branches of the `select!` were still being polled when it came?",
                    log.last()
                        .map_or("notes nothing".to_owned(), |last| format!("last noted {last:?}"))
                );
            }
        };
        let clerk = day(&inbox, &desk, &bell);
        tokio::select! {
            () = shop => {}
            end = clerk => panic!(
                "the inbox is open, the bell has not rung, and `work` {}",
                if end == End::Spins { "goes round and round without waiting" } else { "has returned" }
            ),
        }
    });
}

#[test]
fn work_ends_when_the_inbox_is_closed_and_empty() {
    probe::run(async {
        // Again and again, because a lucky order may save it once.
        for _ in 0..20 {
            let (slot, inbox) = Inbox::new();
            let (desk, bell) = (Desk::default(), Bell::default());
            drop(slot);
            let begun = Instant::now();
            match day(&inbox, &desk, &bell).await {
                End::Returned => assert!(
                    begun.elapsed() < Duration::from_secs(1),
                    "the inbox was closed, and `work` returned after {:?}",
                    begun.elapsed()
                ),
                End::Asleep => panic!(
                    "the inbox is closed, nobody will ring the bell, and `work` waits for it.\n\
                     What becomes of the `None` that says so? (`else` is for when all branches are \
                     off. Which one is not?)"
                ),
                End::Spins => panic!(
                    "the inbox is closed, and `work` asks it again and again: a processor at full load.\n\
                     How long is a closed inbox ready, and with what?"
                ),
            }
        }
    });
}

#[test]
fn the_bell_ends_the_work() {
    probe::run(async {
        let (slot, inbox) = Inbox::new();
        let (desk, bell) = (Desk::default(), Bell::default());
        slot.send(Ok(Message::Refund(1))).expect("the inbox is there");
        let ringer = async {
            sleep(A_MINUTE).await;
            bell.ring();
        };
        let begun = Instant::now();
        let (end, ()) = tokio::join!(day(&inbox, &desk, &bell), ringer);
        assert!(
            end == End::Returned && begun.elapsed() == A_MINUTE,
            "the bell rang after a minute, and after {:?} `work` {}",
            begun.elapsed(),
            if end == End::Returned { "returned" } else { "was still there" }
        );
        drop(slot);
    });
}

#[test]
fn when_the_bell_rings_nothing_is_lost() {
    probe::run(async {
        // Bell and inbox are ready at once, and nothing is said about who comes first.
        for _ in 0..50 {
            let (slot, inbox) = Inbox::new();
            let (desk, bell) = (Desk::default(), Bell::default());
            (1..=9).for_each(|n| slot.send(message(n).0).expect("the inbox is there"));
            bell.ring();
            drop(slot);
            day(&inbox, &desk, &bell).await;
            assert!(
                desk.log.events().len() == inbox.taken(),
                "the bell rang; {} messages were taken out of the inbox, and {} got to the desk.\n\
                 The next clerk will not find the others in the inbox.",
                inbox.taken(),
                desk.log.events().len()
            );
        }
    });
}

#[test]
fn wherever_work_is_dropped_nothing_is_lost() {
    // At every leaf: the messages are there in advance, so `work` would not suspend between them. And not
    // for ever, because another test has a better word for code that never ends.
    let sweep = Check::new().up_to(50).at_every_leaf(async |cut| {
        let (slot, inbox) = Inbox::new();
        let (desk, bell) = (Desk::default(), Bell::default());
        (1..=9).for_each(|n| slot.send(message(n).0).expect("the inbox is there"));
        drop(slot);
        let done = cut.run(work(&inbox, &desk, &bell)).await.is_some();
        assert!(
            desk.log.events().len() == inbox.taken(),
            "`work` {}; {} messages were taken out of the inbox, and {} got to the desk",
            if done { "has returned" } else { "was dropped" },
            inbox.taken(),
            desk.log.events().len()
        );
    });
    sweep.at_least(9);
}
