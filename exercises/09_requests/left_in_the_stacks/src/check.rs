//! A question that is over leaves nobody in the stacks, and calls back nobody else.

use super::{Call, Client, Library, serve};
use probe::{Check, Cut};
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

const MINUTE: Duration = Duration::from_secs(60);

/// The library is open, and a second client waits for a title that takes half an hour.
struct Day {
    library: Library,
    closing: CancellationToken,
    other: Client,
    other_desk: JoinHandle<()>,
}

const OTHERS: &str = "Tides";

impl Day {
    fn begin() -> Day {
        let (library, closing) = (Library::default(), CancellationToken::new());
        let (other, other_desk) = served(&library, &closing);
        let day = Day { library, closing, other, other_desk };
        ask(&day.other, 1, OTHERS);
        day
    }

    /// A client whose wire is served in a task of its own.
    fn client(&self) -> (Client, JoinHandle<()>) {
        served(&self.library, &self.closing)
    }

    /// A few turns, and no time, after `what_happened`: nobody searches for `title` any more.
    async fn assert_nobody_left(&self, title: &str, what_happened: &str, question: &str) {
        probe::settle().await;
        let left = self.library.searchers(title);
        assert!(
            left == 0,
            "{what_happened}, and {left} searchers for {title} are left in the stacks.\n{question}"
        );
    }

    /// The other client waits until it has its answer. Then everybody goes home.
    async fn end(mut self, what_happened: &str) {
        let Some((_, answer)) = self.other.answer().await else {
            panic!("{what_happened}, and the library has hung up on another client")
        };
        assert!(
            answer == "Tides: floor 1",
            "{what_happened}, and another client, who had nothing to do with it,\n\
             was told {answer:?}.\n\
             Its searchers were called back. By whom, and with which token?"
        );
        assert!(
            !self.closing.is_cancelled(),
            "{what_happened}, and the library has closed. Whose token was cancelled?"
        );
        self.other.hang_up();
        probe::settle().await;
        assert!(
            self.other_desk.is_finished(),
            "a client has hung up, and `serve` has not returned"
        );
        self.closing.cancel();
        probe::settle().await;
    }
}

fn served(library: &Library, closing: &CancellationToken) -> (Client, JoinHandle<()>) {
    let (wire, client) = library.wire();
    let (library, closing) = (library.clone(), closing.clone());
    let desk = tokio::spawn(async move { serve(&library, wire, &closing).await });
    (client, desk)
}

fn ask(client: &Client, number: u32, title: &'static str) {
    client.send(Call::Question { number, title });
}

#[track_caller]
fn assert_answer(answer: Option<(u32, String)>, number: u32, expected: &str, what_happened: &str) {
    let Some((to, answer)) = answer else {
        panic!("{what_happened}, and the library has hung up without an answer")
    };
    assert!(
        to == number,
        "{what_happened}. It waits for the answer to question {number}, and gets {answer:?},\n\
         to question {to}. Who wants to know that, and who has said it?"
    );
    assert!(
        answer == expected,
        "{what_happened}. The answer to question {number} must be {expected:?}; \
         the client got {answer:?}.\n\
         Whose searchers were called back, and by whom?"
    );
}

#[test]
fn questions_are_answered_as_soon_as_a_searcher_finds_the_title() {
    probe::run(async {
        let day = Day::begin();
        let (mut client, _desk) = day.client();
        let begun = Instant::now();
        ask(&client, 7, "Clouds");
        ask(&client, 8, "Birds");
        let two = "The client had asked for Clouds and Birds at once";
        assert_answer(client.answer().await, 8, "Birds: floor 2", two);
        assert!(begun.elapsed() == 3 * MINUTE, "Birds were found after {:?}", begun.elapsed());
        ask(&client, 9, "Ghosts");
        assert_answer(client.answer().await, 7, "Clouds: floor 4", two);
        assert!(begun.elapsed() == 20 * MINUTE, "Clouds were found after {:?}", begun.elapsed());
        assert_answer(
            client.answer().await,
            9,
            "Ghosts: not found",
            "The client had asked for Ghosts, which are on no floor",
        );
        assert!(
            begun.elapsed() == 63 * MINUTE,
            "Ghosts were asked for after three minutes; four floors of an hour were done after {:?}",
            begun.elapsed()
        );
        client.hang_up();
        day.end("A client got its answers").await;
    });
}

#[test]
fn a_question_that_is_answered_leaves_nobody_in_the_stacks() {
    probe::run(async {
        let day = Day::begin();
        let (mut client, _desk) = day.client();
        ask(&client, 1, "Birds");
        ask(&client, 2, "Clouds");
        let first = client.answer().await;
        assert_answer(first, 1, "Birds: floor 2", "Birds were found");
        day.assert_nobody_left(
            "Birds",
            "Birds were found and the client was told. Its wire stays open",
            "How long will they search? Who knows that this question is over,\n\
             and whom does he tell?",
        )
        .await;
        // It has crossed with the answer, as such things do.
        client.send(Call::NeverMind { number: 1 });
        assert_answer(
            client.answer().await,
            2,
            "Clouds: floor 4",
            "Question 1 was answered while somebody searched for question 2",
        );
        ask(&client, 3, "Birds");
        assert_answer(
            client.answer().await,
            3,
            "Birds: floor 2",
            "The client asked once more over the same wire",
        );
        client.hang_up();
        day.end("A client got its answers").await;
    });
}

#[test]
fn a_question_that_is_not_wanted_any_more_leaves_nobody_in_the_stacks() {
    for seconds in [0, 30, 90] {
        probe::run(async {
            let day = Day::begin();
            let (mut client, _desk) = day.client();
            ask(&client, 1, "Birds");
            ask(&client, 2, "Clouds");
            sleep(Duration::from_secs(seconds)).await;
            client.send(Call::NeverMind { number: 1 });
            day.assert_nobody_left(
                "Birds",
                "The client did not want to know about Birds any more",
                "The search for it was aborted.\n\
                 What does that do to the tasks that it had spawned?",
            )
            .await;
            assert_answer(
                client.answer().await,
                2,
                "Clouds: floor 4",
                "The client did not want to know about Birds any more, only about Clouds",
            );
            client.hang_up();
            day.end("One client did not want to know about Birds any more").await;
        });
    }
}

#[test]
fn a_search_that_panics_leaves_nobody_in_the_stacks() {
    Check::new().panics_expected().run(async {
        let day = Day::begin();
        let (mut client, _desk) = day.client();
        ask(&client, 1, "Witches");
        ask(&client, 2, "Clouds");
        sleep(MINUTE).await;
        day.assert_nobody_left(
            "Witches",
            "The search for Witches has panicked",
            "What still runs in a future that panics, and what in one that is dropped?",
        )
        .await;
        assert_answer(
            client.answer().await,
            2,
            "Clouds: floor 4",
            "The search for question 1 has panicked while somebody searched for question 2",
        );
        client.hang_up();
        day.end("A search for another client has panicked").await;
    });
}

#[test]
fn a_client_that_hangs_up_leaves_nobody_in_the_stacks() {
    probe::run(async {
        let day = Day::begin();
        let (client, desk) = day.client();
        ask(&client, 1, "Birds");
        ask(&client, 2, "Clouds");
        sleep(MINUTE / 2).await;
        client.hang_up();
        for title in ["Birds", "Clouds"] {
            day.assert_nobody_left(title, "The client has hung up", "Who tells them?").await;
        }
        assert!(desk.is_finished(), "the client has hung up, and `serve` has not returned");
        day.end("A client has hung up").await;
    });
}

#[test]
fn closing_time_calls_back_all_searchers() {
    probe::run(async {
        let day = Day::begin();
        let (client, _desk) = day.client();
        ask(&client, 1, "Birds");
        ask(&client, 2, "Clouds");
        sleep(2 * MINUTE).await;
        day.closing.cancel();
        for title in ["Birds", "Clouds", OTHERS] {
            day.assert_nobody_left(
                title,
                "The library has closed",
                "Whom does `closing` reach? Draw it.",
            )
            .await;
        }
        ask(&client, 3, "Tides");
        sleep(2 * MINUTE).await;
        day.assert_nobody_left(
            "Tides",
            "The library was closed, then came a question",
            "What does a token that is made after the request know of it?",
        )
        .await;
    });
}

/// What a client does that asks twice, changes its mind, and hangs up.
async fn a_whole_visit(client: Client) {
    ask(&client, 1, "Birds");
    sleep(MINUTE).await;
    ask(&client, 2, "Clouds");
    sleep(MINUTE).await;
    client.send(Call::NeverMind { number: 2 });
    sleep(30 * MINUTE).await;
    client.hang_up();
}

#[test]
fn wherever_serve_is_dropped_nobody_is_left_in_the_stacks() {
    // At every suspension: the client decides when something comes.
    let sweep = probe::at_every_suspension(async |cut: &Cut| {
        let day = Day::begin();
        let (wire, client) = day.library.wire();
        let desk = async {
            cut.run(serve(&day.library, wire, &day.closing)).await;
            for title in ["Birds", "Clouds"] {
                day.assert_nobody_left(
                    title,
                    "`serve` is over",
                    "If it was dropped, which of its lines did still run?",
                )
                .await;
            }
        };
        tokio::join!(a_whole_visit(client), desk);
        day.end("The `serve` of one client is over").await;
    });
    // Where all is done in a task that `serve` owns, it waits once; most answers have more.
    sweep.at_least(2);
}

#[test]
fn nobody_is_called_back_before_the_question_is_over() {
    probe::run(async {
        let day = Day::begin();
        let (client, _desk) = day.client();
        ask(&client, 1, "Ghosts");
        sleep(59 * MINUTE).await;
        let (sent, left) = (day.library.sent_out("Ghosts"), day.library.searchers("Ghosts"));
        assert!(
            (sent, left) == (4, 4),
            "Four floors take an hour. After 59 minutes {sent} searchers had been sent out\n\
             for Ghosts, and {left} were searching.\n\
             When is a guard dropped that is bound to no name, or to one that nothing needs?"
        );
        client.hang_up();
        day.end("A client has hung up").await;
    });
}
