//! A search ends when its client is gone, and no question of a client who is there is lost.

use super::{Desk, Library};
use probe::Check;
use std::cell::Cell;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, duplex};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
/// What one search takes, where nothing else is said.
const SEARCH: u32 = 3;

/// A client, its wire, and the desk at the other end, which is served in a task of its own.
struct Call {
    library: Library,
    wire: BufReader<DuplexStream>,
    desk: JoinHandle<io::Result<()>>,
}

impl Call {
    fn begin(minutes: u32) -> Call {
        let (wire, end) = duplex(16);
        let library = Library::new(minutes);
        let served = library.clone();
        let desk = tokio::spawn(async move { Desk::new(end).serve(&served).await });
        Call { library, wire: BufReader::new(wire), desk }
    }

    async fn send(&mut self, bytes: &str) {
        self.library.log.note(format!("the client sends {bytes:?}"));
        let sent = self.wire.write_all(bytes.as_bytes()).await;
        assert!(sent.is_ok(), "the client is there, and the desk has hung up on it");
    }

    /// The next answer; empty if the desk has hung up.
    async fn answer(&mut self) -> String {
        let mut line = String::new();
        self.wire.read_line(&mut line).await.expect("the pipe does not fail");
        line.trim_end().to_owned()
    }

    /// Hangs up, gives everybody a turn, and looks at the library. No time passes.
    async fn hang_up(self, story: &str) {
        let Call { library, wire, desk } = self;
        library.log.note("the client hangs up");
        drop(wire);
        probe::settle().await;
        assert_nobody_searches(&library, story);
        assert_over(desk, story).await;
    }
}

#[track_caller]
fn assert_nobody_searches(library: &Library, story: &str) {
    let searches = &library.searches;
    assert!(
        searches.made() <= 1,
        "{story}. Then {} more searches were begun for a client who is gone.\n\
         What may `serve` still do for it?",
        searches.made() - 1
    );
    assert!(
        searches.alive() == 0,
        "{story}, and somebody goes on from shelf to shelf, for an answer that nobody will read.\n\
         While a search is under way, who looks at the wire? And until when?"
    );
}

async fn assert_over(desk: JoinHandle<io::Result<()>>, story: &str) {
    assert!(desk.is_finished(), "{story}. Nobody searches any more, and `serve` has not returned");
    let end = desk.await.expect("a panic has been reported already");
    assert!(end.is_ok(), "{story}, and `serve` said {end:?}; that a client goes is no error");
}

/// Sends all pieces, half a minute apart, and reads all answers.
async fn asked_in_pieces(pieces: &[&str]) {
    let begun = Instant::now();
    let mut call = Call::begin(SEARCH);
    let questions = pieces.concat();
    let questions: Vec<&str> = questions.lines().collect();
    for (number, piece) in pieces.iter().enumerate() {
        if number > 0 {
            sleep(MINUTE / 2).await;
        }
        call.send(piece).await;
    }
    for (number, title) in (1..).zip(&questions) {
        let answer = timeout(HOUR, call.answer()).await;
        let answer = answer.unwrap_or_else(|_| "(nothing, for an hour)".to_owned());
        assert!(
            answer == Library::shelf(title),
            "the client asked for {questions:?}.\n\
             Answer {number} must be {:?}, and it is {answer:?}.\n\
             The bytes of a question may come during the search for another one.\n\
             Who has read them then, and where did he put them?",
            Library::shelf(title)
        );
        let searches = call.library.searches.made();
        assert!(
            searches <= questions.len() && call.library.searches.most_alive() <= 1,
            "the client asked for {questions:?}, and by answer {number} {searches} searches had \
             been begun, {} at once.\n\
             What happens to a search when a byte comes in?",
            call.library.searches.most_alive()
        );
    }
    let minutes = SEARCH * u32::try_from(questions.len()).expect("a few");
    assert!(
        begun.elapsed() == MINUTE * minutes,
        "{} searches of {SEARCH} minutes, one after the other, have taken {:?}",
        questions.len(),
        begun.elapsed()
    );
    call.desk.abort();
}

#[test]
fn questions_are_answered_one_after_the_other() {
    probe::run(async {
        let mut call = Call::begin(SEARCH);
        for title in ["Birds", "Clouds", "Tides"] {
            let begun = Instant::now();
            call.send(&format!("{title}\n")).await;
            let answer = call.answer().await;
            assert!(
                answer == Library::shelf(title),
                "the client asked for {title:?} and waited; the answer is {answer:?}"
            );
            assert!(
                begun.elapsed() == SEARCH * MINUTE,
                "a search of {SEARCH} minutes was answered after {:?}",
                begun.elapsed()
            );
        }
        let searches = call.library.searches.made();
        assert!(searches == 3, "there were three questions, and {searches} searches");
        let Call { wire, desk, .. } = call;
        drop(wire);
        probe::settle().await;
        assert_over(desk, "The client had its three answers and hung up").await;
    });
}

#[test]
fn the_search_ends_when_the_client_hangs_up() {
    for seconds in [0, 1, 59, 60, 90, 179] {
        probe::run(async {
            let mut call = Call::begin(SEARCH);
            call.send("Birds\n").await;
            sleep(Duration::from_secs(seconds)).await;
            call.hang_up(&format!("The client hung up {seconds} seconds after its question")).await;
        });
    }
}

#[test]
fn a_question_that_comes_during_a_search_waits_for_its_turn() {
    probe::run(async {
        // At once, and byte by byte, and with the end of one question and the beginning of the next
        // in one piece.
        asked_in_pieces(&["Birds\nClouds\nTides\n"]).await;
        asked_in_pieces(&["Birds\n", "C", "louds\nTi", "des\nStars\n"]).await;
        asked_in_pieces(&["Birds\nClo", "u", "d", "s", "\n"]).await;
    });
}

#[test]
fn a_client_that_hangs_up_behind_a_waiting_question_is_gone_too() {
    // With twenty questions: who goes through them with a `select!` in random order begins none of
    // their searches once in a million times.
    let many = "A\nB\nC\nD\nE\nF\nG\nH\nI\nJ\nK\nL\nM\nN\nO\nP\nQ\nR\nS\nT\n";
    for pieces in [&["Birds\nClouds\n"][..], &["Birds\n", "Clo", "u"], &["Birds\n", many]] {
        probe::run(async {
            let mut call = Call::begin(SEARCH);
            for piece in pieces {
                call.send(piece).await;
                sleep(MINUTE / 2).await;
            }
            call.hang_up("During the first search the client sent more, and hung up").await;
        });
    }
}

#[test]
fn a_client_that_has_ended_its_side_is_gone() {
    probe::run(async {
        let mut call = Call::begin(SEARCH);
        call.send("Birds\n").await;
        sleep(MINUTE).await;
        call.library.log.note("the client ends its side, and goes on reading");
        call.wire.shutdown().await.expect("the pipe does not fail");
        probe::settle().await;
        let story = "The client ended its side of the wire during the search";
        assert_nobody_searches(&call.library, story);
        let answer = call.answer().await;
        assert!(answer.is_empty(), "{story}, and it was answered {answer:?}");
        assert_over(call.desk, story).await;
    });
}

#[test]
fn a_client_that_says_nothing_is_not_gone() {
    // Ten hours: nobody takes silence for an end.
    probe::run(async {
        let mut call = Call::begin(600);
        call.send("Incunabula\n").await;
        let answer = call.answer().await;
        assert!(
            answer == Library::shelf("Incunabula"),
            "the client waited in silence for a search of ten hours,\n\
             and the answer is {answer:?}.\n\
             How do you tell somebody who waits from somebody who is gone?"
        );
        let searches = call.library.searches.made();
        assert!(searches == 1, "there was one question, and {searches} searches");
        call.desk.abort();
    });
}

#[test]
fn wherever_serve_is_dropped_no_search_goes_on() {
    // At every suspension: each minute of a search is one, and the client decides what else comes.
    let sweep = Check::new().up_to(40).at_every_suspension(async |cut| {
        let (mut wire, end) = duplex(16);
        let library = Library::new(SEARCH);
        let dropped = Cell::new(false);
        let client = async {
            wire.write_all(b"Birds\nClo").await.expect("16 bytes fit into the wire");
            sleep(MINUTE).await;
            // `serve` may have been dropped by now.
            let _ = wire.write_all(b"uds\n").await;
            sleep(20 * MINUTE).await;
            if dropped.get() {
                let hung_up = timeout(HOUR, wire.read_to_end(&mut Vec::new())).await;
                assert!(
                    hung_up.is_ok(),
                    "`serve` was dropped, and its end of the wire is still held: the client waits\n\
                     for an answer, and is not told that nobody is there. What has `serve` left\n\
                     behind, and to whom does it belong?"
                );
            }
            drop(wire);
        };
        let desk = async {
            let served = cut.run(Desk::new(end).serve(&library)).await;
            dropped.set(served.is_none());
            probe::settle().await; // What was aborted needs a turn to end.
            assert!(
                library.searches.alive() == 0,
                "`serve` was dropped, and the search goes on: nobody can call it off any more.\n\
                 To whom does it belong?"
            );
        };
        tokio::join!(client, desk);
    });
    // Where all is done in a task that `serve` owns, it waits once; most answers have more.
    sweep.at_least(2);
}
