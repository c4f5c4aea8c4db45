//! An audit calls a function safe if it is, and unsafe if it is not, also one that it has never
//! seen.

use super::Verdict::{Safe, Unsafe};
use super::{Office, VERDICTS, audit, forward, hand_out, lock_away, register, stamp, translate};
use probe::Check;
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::sleep;

/// The audit may look at many offices, for hours each: the clock is paused. What the calls leave
/// behind is what it has to find, so it is no failure of this check.
fn check() -> Check {
    Check::new()
        .clock_limit(Duration::from_secs(100 * 24 * 3600))
        .tasks_may_remain()
        .keep_the_story_secret()
        .deadlock_means(
            "Here: the audit waits without an end for a call that nobody will ever wake. A caller\n\
             in production would wait as long, so it is a finding, and the audit must live to tell\n\
             it. What does the documentation of `Unsafe` say about an hour?",
        )
}

fn assert_safe(name: &str, call: impl AsyncFn(&Office) -> u32, because: &str) {
    check().run(async {
        let verdict = audit(call).await;
        assert!(
            verdict == Safe,
            "Your audit accuses `{name}`, which is cancel-safe: {because}.\n\
             An audit that accuses the innocent is switched off after a week.\n\
             What did it compare with what? What does an undisturbed call do, in an office that \
             is new?"
        );
    });
}

fn assert_unsafe(name: &str, call: impl AsyncFn(&Office) -> u32, damage: &str) {
    check().run(async {
        let verdict = audit(call).await;
        assert!(verdict == Unsafe, "Your audit calls `{name}` safe.\n{damage}");
    });
}

#[test]
fn what_is_safe_is_called_safe() {
    assert_safe("stamp", stamp, "all that it changes, it changes after its last `.await`");
    assert_safe("lock_away", lock_away, "the key is in a guard");
    assert_safe(
        "at_once",
        at_once,
        "it is done in its first poll, and before that it does nothing",
    );
    assert_safe(
        "postage",
        postage,
        "it changes nothing; undisturbed, it returns 107, and so it does",
    );
    assert_safe(
        "resume",
        resume,
        "a letter that is put aside is not begun anew, and is done sooner",
    );
    assert_safe("slow", slow, "it needs fifty minutes, and after them it does what it should");
    assert_safe(
        "tidied_later",
        tidied_later,
        "a task brings the key back after five minutes, and a call that needs it waits until then",
    );
}

#[test]
fn damage_at_a_single_point_is_found() {
    assert_unsafe(
        "first_wait",
        first_wait,
        "During its first wait, and never again, it has a letter in a local that is nowhere\n\
         else. Does a later run excuse an earlier one?",
    );
    assert_unsafe(
        "ninth_wait",
        ninth_wait,
        "It waits nine times. What goes wrong, goes wrong if it is dropped in the last of them.\n\
         How does your audit know that there is no further point?",
    );
    assert_unsafe(
        "torn_off",
        torn_off,
        "It takes a letter as soon as it is called, and has a guard for it from its first poll\n\
         on. Where is a future dropped that has a letter and no guard yet?",
    );
}

#[test]
fn damage_of_any_kind_is_found() {
    assert_unsafe(
        "forward",
        forward,
        "Dropped at its last wait, it loses a letter, and the next call returns another one.",
    );
    assert_unsafe(
        "on_the_scales",
        on_the_scales,
        "Dropped, it leaves its letter on the scales. The next call weighs two letters and\n\
         clears the scales, so the office looks as if nothing had been. What else does a caller\n\
         get of a call?",
    );
    assert_unsafe(
        "register",
        register,
        "Dropped at its last wait, it has entered a letter that the next call enters again. The\n\
         answer is the right one. Who else sees what a call does?",
    );
    assert_unsafe(
        "pocketed",
        pocketed,
        "Dropped, it keeps a key that nobody will bring back. Letters, book and answer are\n\
         right. Which part of `look` would tell?",
    );
}

#[test]
fn damage_by_one_drop_or_only_by_two_is_found() {
    assert_unsafe(
        "flag",
        flag,
        "It turns the flag, waits twice, and turns it again. Dropped once, the flag is wrong for\n\
         good. Dropped twice, it is right again. How often is a call dropped in production, and\n\
         how often in each of your offices?",
    );
    assert_unsafe(
        "second_time",
        second_time,
        "Dropped once, it finds the letter that it had put aside and goes on with it. Dropped\n\
         once more while it goes on, it has lost the letter. Who tries a third time in your\n\
         audit?",
    );
    assert_unsafe(
        "sooner",
        sooner,
        "Dropped at its last wait, it leaves a letter aside, and the next call is done sooner:\n\
         it has a single wait. Dropped there, that one has lost the letter. At which points\n\
         does your audit drop the second call, if the first one was dropped late?",
    );
    assert_unsafe(
        "longer",
        longer,
        "Dropped at its last wait, it leaves a letter aside, and the next call needs longer\n\
         than the first: it has four waits. Dropped at the last of them, that one has lost the\n\
         letter. How does your audit know how many points the second call has?",
    );
}

#[test]
fn a_call_that_never_comes_back_is_found() {
    assert_unsafe(
        "both_keys",
        both_keys,
        "Dropped, it keeps both keys, and no later call is ever done.",
    );
}

#[test]
fn damage_that_comes_late_is_found() {
    assert_unsafe(
        "entered_later",
        entered_later,
        "Dropped, it leaves a task behind, which enters the letter half an hour later, although\n\
         the next call has done it. When does your audit look at the office?",
    );
}

#[test]
fn the_table_is_right() {
    check().run(async {
        let found = [
            ("stamp", audit(stamp).await, Safe),
            ("forward", audit(forward).await, Unsafe),
            ("register", audit(register).await, Unsafe),
            ("translate", audit(translate).await, Safe),
            ("lock_away", audit(lock_away).await, Safe),
            ("hand_out", audit(hand_out).await, Unsafe),
        ];
        for ((name, your_audit, truth), (in_table, your_table)) in found.into_iter().zip(VERDICTS) {
            assert!(in_table == name, "the table has `{in_table}` where `{name}` stood");
            assert!(
                your_table == your_audit,
                "The table calls `{name}` {your_table:?}, and your audit calls it {your_audit:?}.\n\
                 One of them is wrong. Read `{name}`, stop at each of its waits, and ask what is\n\
                 left behind."
            );
            assert!(
                your_table == truth,
                "The table and your audit call `{name}` {your_table:?}, and it is not.\n\
                 Read it, stop at each of its waits, and ask what the next call finds."
            );
        }
    });
}

async fn at_once(office: &Office) -> u32 {
    office.enter(office.letter());
    office.take_letter()
}

async fn postage(office: &Office) -> u32 {
    office.turn().await;
    office.turn().await;
    100 + office.letter()
}

async fn resume(office: &Office) -> u32 {
    if office.aside().is_none() {
        office.turn().await;
        office.turn().await;
        office.put_aside(Some(office.take_letter()));
    }
    office.turn().await;
    let letter = office.aside().expect("it was put aside");
    office.put_aside(None);
    office.enter(letter);
    letter
}

async fn slow(office: &Office) -> u32 {
    office.turn().await;
    sleep(Duration::from_secs(3000)).await;
    at_once(office).await
}

/// Dropped with the key, it leaves a task that brings the key back.
struct BroughtBack(Option<OwnedSemaphorePermit>);

impl Drop for BroughtBack {
    fn drop(&mut self) {
        if let Some(key) = self.0.take() {
            tokio::spawn(async move {
                sleep(Duration::from_secs(300)).await;
                drop(key);
            });
        }
    }
}

async fn tidied_later(office: &Office) -> u32 {
    let mut key = BroughtBack(Some(office.key().await));
    office.turn().await;
    office.turn().await;
    drop(key.0.take());
    at_once(office).await
}

/// Not an `async fn`: its first line runs when it is called.
fn torn_off(office: &Office) -> impl Future<Output = u32> {
    struct PutBack<'a>(&'a Office, Option<u32>);
    impl Drop for PutBack<'_> {
        fn drop(&mut self) {
            if let Some(letter) = self.1 {
                self.0.put_back(letter);
            }
        }
    }
    let letter = office.take_letter();
    async move {
        let mut guard = PutBack(office, Some(letter));
        office.turn().await;
        office.turn().await;
        guard.1 = None;
        office.enter(letter);
        letter
    }
}

async fn first_wait(office: &Office) -> u32 {
    let letter = office.take_letter();
    office.turn().await;
    office.put_back(letter);
    office.turn().await;
    office.turn().await;
    at_once(office).await
}

async fn ninth_wait(office: &Office) -> u32 {
    for _ in 0..8 {
        office.turn().await;
    }
    let letter = office.take_letter();
    office.turn().await;
    office.enter(letter);
    letter
}

async fn on_the_scales(office: &Office) -> u32 {
    office.weigh(office.letter());
    office.turn().await;
    at_once(office).await;
    office.clear_scales()
}

async fn pocketed(office: &Office) -> u32 {
    office.key().await.forget();
    office.turn().await;
    office.hang_key();
    at_once(office).await
}

async fn flag(office: &Office) -> u32 {
    office.turn_flag();
    office.turn().await;
    office.turn().await;
    office.turn_flag();
    at_once(office).await
}

async fn second_time(office: &Office) -> u32 {
    let put_aside_before = office.aside();
    let letter = put_aside_before.unwrap_or_else(|| office.take_letter());
    // Found there, it is taken into the hand; taken from the tray, it is put there.
    office.put_aside(if put_aside_before.is_some() { None } else { Some(letter) });
    office.turn().await;
    office.turn().await;
    office.put_aside(None);
    office.enter(letter);
    letter
}

async fn sooner(office: &Office) -> u32 {
    begun_anew_or_aside(office, 1).await
}

async fn longer(office: &Office) -> u32 {
    begun_anew_or_aside(office, 4).await
}

/// A letter that was put aside has so many waits, and in the last of them it is in the hand.
async fn begun_anew_or_aside(office: &Office, waits: u32) -> u32 {
    if let Some(letter) = office.aside() {
        for _ in 1..waits {
            office.turn().await;
        }
        office.put_aside(None);
        office.turn().await;
        office.enter(letter);
        return letter;
    }
    office.turn().await;
    let letter = office.take_letter();
    office.put_aside(Some(letter));
    office.turn().await;
    office.put_aside(None);
    office.enter(letter);
    letter
}

async fn both_keys(office: &Office) -> u32 {
    office.key().await.forget();
    office.key().await.forget();
    office.turn().await;
    office.hang_key();
    office.hang_key();
    at_once(office).await
}

async fn entered_later(office: &Office) -> u32 {
    struct Later(Office, Option<u32>);
    impl Drop for Later {
        fn drop(&mut self) {
            if let Some(letter) = self.1.take() {
                let office = self.0.clone();
                tokio::spawn(async move {
                    sleep(Duration::from_secs(1800)).await;
                    office.enter(letter);
                });
            }
        }
    }
    let mut later = Later(office.clone(), Some(office.letter()));
    office.turn().await;
    later.1 = None;
    at_once(office).await
}
