//! A transfer has happened as a whole or not at all, and nobody who looks can see a third state.

use super::{Bank, Books, transfer};
use anyhow::Result;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use tokio::task::yield_now;

/// Two turns of the auditor, and the time before the first poll. To take the books in hand may be
/// one too, if somebody else has them. Here nobody has, so only a sweep over leaves finds it.
const POINTS: usize = 3;

const ENTRY: &str = "30 from alice to bob";

fn bank() -> Bank {
    Bank::open(&[("alice", 100), ("bob", 0), ("carol", 0)])
}

fn shown(books: &Books) -> String {
    let (alice, bob) = (books.balance("alice"), books.balance("bob"));
    format!("alice has {alice}, bob has {bob}, the journal says {:?}", books.journal())
}

/// Without the backtrace that `Debug` would print.
fn answered(answer: &Result<()>) -> String {
    match answer {
        Ok(()) => "`Ok`".to_owned(),
        Err(error) => format!("the error {error:#}"),
    }
}

/// Whether 30 have gone from Alice to Bob; panics if it is neither yes nor no.
#[track_caller]
fn has_happened(books: &Books, when: &str) -> bool {
    let (alice, bob, entries) =
        (books.balance("alice"), books.balance("bob"), books.journal().len());
    let happened = (alice, bob, entries) == (70, 30, 1) && books.journal() == [ENTRY];
    let nothing = (alice, bob, entries) == (100, 0, 0);
    assert!(
        happened || nothing,
        "{when} the books are half done: {}.\n\
         Which lines of `transfer` change the books, and what may happen between the first of \
         them and the last?",
        shown(books)
    );
    happened
}

#[test]
fn the_money_arrives_and_the_journal_says_so() {
    probe::run(async {
        let bank = bank();
        let answer = transfer(&bank, "alice", "bob", 30).await;
        let books = bank.books().await;
        assert!(answer.is_ok(), "the transfer could be made, and returned {}", answered(&answer));
        assert!(
            has_happened(&books, "After a transfer"),
            "`transfer` has returned `Ok`, and nothing has happened: {}",
            shown(&books)
        );
    });
}

#[test]
fn an_error_means_that_nothing_has_happened() {
    let cases = [
        ("The auditor refused", bank().with_a_strict_auditor(), "alice", "bob"),
        ("There was too little money", bank(), "carol", "bob"),
        ("There was no account to pay to", bank(), "alice", "nobody"),
        ("There was no account to take from", bank(), "nobody", "bob"),
    ];
    for (case, bank, from, to) in cases {
        probe::run(async {
            let answer = transfer(&bank, from, to, 30).await;
            let books = bank.books().await;
            assert!(answer.is_err(), "{case}, and `transfer` has returned `Ok`");
            assert!(
                books.total() == 100 && books.journal().is_empty(),
                "{case}, `transfer` has returned an error, and the books have changed: {}.\n\
                 What can still fail after the first line that changes the books?",
                shown(&books)
            );
        });
    }
}

#[test]
fn all_or_nothing_wherever_it_is_dropped() {
    let sweep = probe::at_every_leaf(async |cut| {
        let bank = bank();
        let answer = cut.run(transfer(&bank, "alice", "bob", 30)).await;
        let books = bank.books().await;
        let happened = has_happened(&books, "The transfer was dropped, and");
        if let Some(answer) = answer {
            assert!(
                happened,
                "nothing was in the way, `transfer` has returned {}, and nothing has happened",
                answered(&answer)
            );
        }
    });
    sweep.at_least(POINTS);
}

#[test]
fn nobody_ever_sees_half_a_transfer() {
    // Looks at the books between any two polls, unless `transfer` has them in hand.
    probe::run(async {
        let bank = bank();
        let mut transfer = pin!(transfer(&bank, "alice", "bob", 30));
        while poll_fn(|cx| Poll::Ready(transfer.as_mut().poll(cx).is_pending())).await {
            if let Some(books) = bank.glance() {
                has_happened(
                    &books,
                    "`transfer` is still waiting, nobody has the books in hand, and",
                );
            }
            yield_now().await;
        }
    });
    // Somebody else has the books, and a third one stands in line behind `transfer`. He gets them
    // when `transfer` puts them down for the first time, whatever budget it has.
    probe::run(async {
        let bank = bank();
        let in_hand = bank.books().await;
        let mut transfer = pin!(transfer(&bank, "alice", "bob", 30));
        let mut is_waiting = true;
        for _ in 0..5 {
            is_waiting = is_waiting
                && poll_fn(|cx| Poll::Ready(transfer.as_mut().poll(cx).is_pending())).await;
            yield_now().await;
        }
        let mut next_in_line = pin!(bank.books());
        assert!(poll_fn(|cx| Poll::Ready(next_in_line.as_mut().poll(cx).is_pending())).await);
        drop(in_hand);
        let books = poll_fn(|cx| {
            is_waiting = is_waiting && transfer.as_mut().poll(cx).is_pending();
            next_in_line.as_mut().poll(cx)
        })
        .await;
        has_happened(&books, "`transfer` has put the books down, the next in line takes them, and");
    });
}

#[test]
fn nobody_pays_to_an_account_that_has_been_closed_meanwhile() {
    let mut polls = 0;
    loop {
        polls += 1;
        let was_done = probe::run(async {
            let bank = bank();
            let mut transfer = pin!(transfer(&bank, "alice", "bob", 30));
            for _ in 0..polls {
                if poll_fn(|cx| Poll::Ready(transfer.as_mut().poll(cx).is_ready())).await {
                    return true;
                }
            }
            // If `transfer` has the books in hand, nobody can close an account now.
            let is_closed = bank.glance().is_some_and(|mut books| books.close("bob"));
            let answer = transfer.await;
            let books = bank.books().await;
            assert!(
                books.total() == 100 && books.journal().len() == usize::from(!is_closed),
                "while `transfer` was waiting, bob's account was {}; \
                 `transfer` has returned {}, and {}.\n\
                 What did `transfer` know about the account, and from when?",
                if is_closed { "closed" } else { "left open" },
                answered(&answer),
                shown(&books)
            );
            assert!(answer.is_ok() != is_closed, "bob has no account, and got his money");
            false
        });
        if was_done {
            break;
        }
    }
}

#[test]
fn two_transfers_at_once_both_count() {
    probe::run(async {
        let bank = bank();
        let (to_bob, to_carol) = tokio::join!(
            transfer(&bank, "alice", "bob", 30),
            transfer(&bank, "alice", "carol", 50),
        );
        let books = bank.books().await;
        assert!(
            to_bob.is_ok() && to_carol.is_ok(),
            "there was money enough for both, and one failed: {}, {}",
            answered(&to_bob),
            answered(&to_carol)
        );
        assert!(
            books.balance("alice") == 20 && books.total() == 100 && books.journal().len() == 2,
            "30 went to bob and 50 to carol at the same time; now {}, and carol has {}.\n\
             One of the two has written over what the other had written.",
            shown(&books),
            books.balance("carol")
        );
    });
}

#[test]
fn after_a_transfer_that_was_dropped_the_next_one_goes_through() {
    let sweep = probe::at_every_leaf(async |cut| {
        let bank = bank();
        cut.run(transfer(&bank, "alice", "bob", 30)).await;
        let before = bank.books().await.journal().len();
        let answer = transfer(&bank, "alice", "bob", 30).await;
        let after = bank.books().await.journal().len();
        assert!(
            answer.is_ok() && after == before + 1,
            "a transfer was dropped, and the next one returned {} with {} new entries",
            answered(&answer),
            after - before
        );
    });
    sweep.at_least(POINTS);
}
