//! A slot is taken as long as somebody has its connection, or is about to get it, and no longer.

use super::{Database, Pool, Pooled};
use anyhow::Result;
use probe::Check;
use tokio::task::coop::{consume_budget, has_budget_remaining};
use tokio::time::Instant;

/// What the pool has when `get` is called.
#[derive(Debug, Clone, Copy)]
enum Idle {
    None,
    Good,
    /// One that the database has hung up on meanwhile.
    Dead,
}

/// Two turns for a ping and two to connect, and the time before the first poll.
const POINTS: [(Idle, usize); 3] = [(Idle::None, 3), (Idle::Good, 3), (Idle::Dead, 5)];

/// No pool here has so many slots; a count that went below zero has wrapped around to far more.
const FAR_TOO_MANY: usize = 100;

async fn pool(limit: usize, idle: Idle) -> (Database, Pool) {
    let database = Database::default();
    let pool = Pool::new(database.clone(), limit);
    if !matches!(idle, Idle::None) {
        drop(pool.get().await);
    }
    if matches!(idle, Idle::Dead) {
        database.restarts();
    }
    (database, pool)
}

/// After this, the next tokio operation that the task awaits suspends, even if it could be done at
/// once: taking a free lock, for one. So the first operation of `get` is a cancellation point too;
/// a sweep over leaves adds the later ones. In production the budget is used up by whatever the
/// task has done before.
async fn use_up_the_budget() {
    while has_budget_remaining() {
        consume_budget().await;
    }
}

/// `get`, where it has no reason to fail.
#[track_caller]
fn had<'a>(answer: Result<Pooled<'a>>, why: &str) -> Pooled<'a> {
    match answer {
        Ok(pooled) => pooled,
        Err(error) => panic!("`get` failed ({error}), although {why}"),
    }
}

async fn answer_to(pooled: &mut Pooled<'_>, question: &str) -> String {
    let connection = pooled.connection.as_mut().expect("`get` hands out a connection");
    connection.ask(question).await.unwrap_or_else(|error| {
        panic!("`get` has handed out a connection that does not answer: {error}");
    })
}

#[track_caller]
fn assert_in_use(pool: &Pool, expected: usize, when: &str) {
    let in_use = pool.in_use();
    assert!(
        in_use <= FAR_TOO_MANY,
        "{when}, `in_use` says {in_use}: the count has gone below zero.\n\
         Which two lines have given the same slot back?"
    );
    assert!(
        in_use >= expected,
        "{when}, `in_use` says {in_use}, and it must be {expected}.\n\
         Somebody has a connection, and its slot counts as free."
    );
    assert!(
        in_use == expected,
        "{when}, `in_use` says {in_use}, and it must be {expected}.\n\
         What nobody has, nobody gives back. A few times more, and the pool is empty for good.\n\
         Between which two lines of `get` does a slot have no owner whose `Drop` would run?"
    );
}

#[test]
fn a_slot_and_its_connection_are_handed_out_and_given_back() {
    probe::run(async {
        let (database, pool) = pool(2, Idle::None).await;
        let mut first = had(pool.get().await, "all slots are free");
        assert_in_use(&pool, 1, "After one `get`");
        assert_eq!(answer_to(&mut first, "how much tea?").await, "answer to how much tea?");
        let second = had(pool.get().await, "one slot is free");
        assert_in_use(&pool, 2, "After two `get`s");
        drop((first, second));
        assert_in_use(&pool, 0, "After both were given back");
        drop(pool);
        assert!(
            database.connections().alive() == 0,
            "the pool is gone, and {} of its connections are still open",
            database.connections().alive()
        );
    });
}

#[test]
fn an_idle_connection_is_used_again_if_it_answers() {
    for (idle, opened) in [(Idle::Good, 1), (Idle::Dead, 2)] {
        probe::run(async {
            let (database, pool) = pool(2, idle).await;
            let mut pooled = had(pool.get().await, "all slots are free");
            answer_to(&mut pooled, "how much tea?").await;
            assert_in_use(&pool, 1, "After one `get`");
            assert!(
                database.connections().made() == opened,
                "the idle connection was {idle:?}; {} were opened in all, and it must be {opened}",
                database.connections().made()
            );
        });
    }
}

#[test]
fn no_more_are_handed_out_or_on_their_way_than_there_are_slots() {
    let check = Check::new().deadlock_means(
        "Here: all slots are taken, and `get` waits until one is free. Nobody gives one back.\n\
         A `get` that finds no slot fails at once: that is what callers of this pool rely on.",
    );
    check.run(async {
        let (database, pool) = pool(2, Idle::None).await;
        let (a, b, c) = tokio::join!(pool.get(), pool.get(), pool.get());
        let handed_out = [&a, &b, &c].into_iter().filter(|pooled| pooled.is_ok()).count();
        assert!(
            handed_out == 2 && database.connections().most_alive() <= 2,
            "three callers came at the same time to a pool of two slots: {handed_out} got a \
             connection, and {} were open at once.\n\
             From when on does a slot count as taken, if its connection is still being opened?",
            database.connections().most_alive()
        );
        assert_in_use(&pool, 2, "With both slots taken");
        let start = Instant::now();
        assert!(pool.get().await.is_err(), "both slots are taken, and a third one was handed out");
        assert!(
            start.elapsed().is_zero(),
            "both slots are taken, and `get` said so after {:?}; callers rely on an answer at once",
            start.elapsed()
        );
        assert_in_use(&pool, 2, "After a `get` that was turned away");
        drop((a, b, c));
        assert_in_use(&pool, 0, "After both were given back");
    });
}

#[test]
fn the_slot_comes_back_wherever_get_is_dropped() {
    for (idle, points) in POINTS {
        let sweep = probe::at_every_leaf(async |cut| {
            let (_, pool) = pool(1, idle).await;
            use_up_the_budget().await;
            if let Some(answer) = cut.run(pool.get()).await {
                let _pooled = had(answer, "all slots are free");
                assert_in_use(&pool, 1, "As long as the connection is in use");
            }
            assert_in_use(&pool, 0, "After `get` was dropped");
        });
        sweep.at_least(points);
    }
}

#[test]
fn the_slot_comes_back_if_get_fails() {
    for idle in [Idle::None, Idle::Dead] {
        probe::run(async {
            let (database, pool) = pool(1, idle).await;
            database.goes_down();
            assert!(pool.get().await.is_err(), "the database is down, and `get` returned `Ok`");
            assert_in_use(&pool, 0, "After `get` has returned an error");
            database.comes_up();
            assert!(pool.get().await.is_ok(), "the database is up again, and `get` still fails");
        });
    }
}

#[test]
fn after_many_dropped_gets_the_pool_still_gives() {
    for (idle, points) in POINTS {
        let sweep = probe::at_every_leaf(async |cut| {
            let (database, pool) = pool(2, idle).await;
            use_up_the_budget().await;
            for _ in 0..5 {
                cut.run(pool.get()).await;
            }
            let (a, b) = (pool.get().await, pool.get().await);
            assert!(
                a.is_ok() && b.is_ok(),
                "five `get`s were begun and dropped. Nobody has a connection, and of two slots {} \
                 can be had",
                u8::from(a.is_ok()) + u8::from(b.is_ok())
            );
            assert!(
                pool.get().await.is_err() && database.connections().alive() <= 2,
                "five `get`s were begun and dropped, and now the pool hands out more than it has"
            );
        });
        sweep.at_least(points);
    }
}

#[test]
fn nobody_reads_the_answer_to_a_question_of_somebody_else() {
    let sweep = probe::at_every_leaf(async |cut| {
        let (_, pool) = pool(2, Idle::Good).await;
        use_up_the_budget().await;
        cut.run(pool.get()).await;
        let mut pooled = had(pool.get().await, "one slot was never taken");
        let answer = answer_to(&mut pooled, "how much tea?").await;
        assert!(
            answer == "answer to how much tea?",
            "`get` was dropped on its way. The next caller asked \"how much tea?\" \
             and read {answer:?}.\n\
             What was the connection doing when it was given back?"
        );
    });
    sweep.at_least(3);
}
