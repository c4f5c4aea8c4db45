//! Whoever drops a session, and wherever: its connection is closed with a goodbye, soon, and before
//! `Desk::close` returns.

use super::{Desk, Server};
use probe::Check;
use std::thread;
use std::time::Duration;
use tokio::time::{Instant, sleep};

const WAITS_FOR_EVER: &str = "Here: `Desk::close` has been called, and all sessions are over or \
     can end. What does it wait for?\n\
     Who could still bring something, and is never going to?";

fn check() -> Check {
    Check::new().deadlock_means(WAITS_FOR_EVER)
}

/// Two questions in a session, which ends with it.
async fn talk(desk: &Desk) {
    let mut session = desk.session().await;
    session.ask("asks for the time").await;
    session.ask("asks for the way").await;
}

/// Every connection so far must have been closed, by the runtime that the desk was opened on.
#[track_caller]
fn assert_all_closed(server: &Server, when: &str) {
    for number in 1..=server.connected() {
        let count = |what: &str| server.log().count(&format!("{number} {what}"));
        assert!(
            count("cut off") == 0,
            "{when}, and connection {number} was cut off without a goodbye; its place stays taken \
             for an hour.\n\
             A destructor cannot wait for `close`. Who can, and how does the connection get \
             there?"
        );
        assert!(
            count("closed by another thread") == 0,
            "connection {number} was closed on another thread than the one that the desk works on"
        );
        assert!(
            count("closed") > 0,
            "{when}, and nobody has closed connection {number}.\n\
             Who was to do it, and who was to wait for that?"
        );
    }
}

#[test]
fn a_session_that_is_over_has_been_closed_when_the_desk_has() {
    check().run(async {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        talk(&desk).await;
        talk(&desk).await;
        desk.close().await;
        let (log, connected) = (server.log(), server.connected());
        assert!(connected == 2, "two sessions need two connections, and there were {connected}");
        assert!(log.count("2 asks for the way") == 1, "the second session did not get to its end");
        assert_all_closed(&server, "`Desk::close` has returned");
    });
}

#[test]
fn a_session_is_closed_wherever_its_user_is_dropped() {
    let sweep = check().at_every_suspension(async |cut| {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        cut.run(talk(&desk)).await;
        desk.close().await;
        assert_all_closed(&server, "`Desk::close` has returned");
    });
    sweep.at_least(4); // Before the first poll, while it connects, and two questions.
}

#[test]
fn places_come_free_while_the_desk_is_open() {
    check().run(async {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        talk(&desk).await;
        sleep(Duration::from_secs(60)).await;
        assert_all_closed(
            &server,
            "the session has been over for a minute, the desk is still open",
        );
        desk.close().await;
    });
}

#[test]
fn a_thousand_that_end_at_once_are_all_closed() {
    // The story of a thousand sessions is long and says no more than the numbers.
    check().keep_the_story_secret().run(async {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        let mut sessions = Vec::new();
        for _ in 0..1000 {
            sessions.push(desk.session().await);
        }
        drop(sessions); // Nobody else has a turn meanwhile.
        desk.close().await;
        let log = server.log().events();
        let count = |what: &str| log.iter().filter(|event| event.ends_with(what)).count();
        let (closed, cut_off) = (count("closed"), count("cut off"));
        assert!(
            closed == 1000,
            "a thousand sessions ended at once, `Desk::close` has returned, and {closed} \
             connections were closed; {cut_off} were cut off without a goodbye.\n\
             Sessions that are cancelled end in bursts. How many can be handed over before the \
             one who closes them has a turn?"
        );
    });
}

#[test]
fn the_desk_waits_for_a_session_that_outlives_it() {
    check().run(async {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        let session = desk.session().await;
        let visitor = async {
            sleep(Duration::from_secs(2 * 3600)).await;
            server.log().note("the last session ends");
            drop(session);
            Instant::now()
        };
        let closing = async {
            desk.close().await;
            server.log().note("Desk::close returns");
            Instant::now()
        };
        let (closed, over) = tokio::join!(closing, visitor);
        sleep(Duration::from_secs(60)).await;
        assert!(
            closed >= over,
            "`Desk::close` has returned while a session was still going on; whoever called it \
             believes that all are over, and ends the program"
        );
        let late = (closed - over).as_secs();
        assert!(
            late <= 60,
            "`Desk::close` has returned {late} seconds after the end of the last session. Does it \
             wait for something, or for some time?"
        );
        assert_all_closed(&server, "a session ended after `Desk::close` was called");
    });
}

#[test]
fn a_close_that_nobody_waits_for_cuts_nobody_off() {
    let sweep = check().tasks_may_remain().at_every_suspension(async |cut| {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        talk(&desk).await;
        let session = desk.session().await;
        cut.run(async {
            // Ends while the desk waits for it.
            tokio::join!(desk.close(), async {
                sleep(Duration::from_secs(10)).await;
                drop(session);
            })
        })
        .await;
        sleep(Duration::from_secs(60)).await;
        assert_all_closed(&server, "somebody called `Desk::close` and did not wait for its end");
    });
    sweep.at_least(2); // Before the first poll, and while it waits.
}

#[test]
fn a_session_may_be_dropped_on_a_thread_that_no_runtime_knows() {
    check().run(async {
        let server = Server::start();
        let desk = Desk::open(server.clone());
        let session = desk.session().await;
        let dropped = thread::spawn(move || drop(session)).join();
        assert!(
            dropped.is_ok(),
            "a session was dropped on a plain thread, and its destructor panicked.\n\
             What does it need that is not there?"
        );
        desk.close().await;
        assert_all_closed(
            &server,
            "a session was dropped on a plain thread, `Desk::close` has returned",
        );
    });
}
