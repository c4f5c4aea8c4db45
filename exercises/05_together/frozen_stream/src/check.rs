//! A request is given up because the server is slow, and never because its own caller was busy.

use super::{Printer, Server, print_album};
use anyhow::Result;
use probe::{Check, Trace};
use std::time::Duration;
use tokio::time::Instant;

const PATIENCE: Duration = Duration::from_secs(5);

/// Three on their way, three that wait, one in the printer: nobody needs to hold more.
const MOST_HELD: usize = 7;

struct Lab {
    log: Trace,
    server: Server,
    printer: Printer,
}

impl Lab {
    /// With a printer that needs so many seconds for a photo.
    fn new(seconds: u64) -> Lab {
        Lab::with_paper(seconds, usize::MAX)
    }

    fn with_paper(seconds: u64, paper: usize) -> Lab {
        let log = Trace::new();
        let printer = Printer::new(Duration::from_secs(seconds), paper, &log);
        Lab { server: Server::new(&log), printer, log }
    }

    fn that_has_lost(self, lost: &[u32]) -> Lab {
        Lab { server: self.server.that_has_lost(lost), ..self }
    }

    async fn print(&self, album: u32) -> Result<Vec<u32>> {
        print_album((1..=album).collect(), &self.server, &self.printer).await
    }

    #[track_caller]
    fn assert_printed_once(&self, numbers: impl IntoIterator<Item = u32>) {
        for number in numbers {
            let prints = self.log.count(&format!("photo {number}: printed"));
            assert!(
                prints == 1,
                "photo {number} was to be printed once, and was printed {prints} times"
            );
        }
    }
}

/// What is still running when the scenario is over is judged by the check itself.
fn run(scenario: impl Future<Output = ()>) {
    Check::new().tasks_may_remain().run(scenario);
}

#[test]
fn every_photo_is_printed_once() {
    run(async {
        let lab = Lab::new(0);
        let result = lab.print(9).await;
        assert!(
            result.as_ref().is_ok_and(Vec::is_empty),
            "the server delivers everything and the printer has paper, and the album says {result:?}"
        );
        lab.assert_printed_once(1..=9);
    });
}

#[test]
fn no_photo_is_missing_because_the_printer_is_slow() {
    for seconds in [20, 7, 4, 1] {
        run(async {
            let lab = Lab::new(seconds);
            let result = lab.print(12).await;
            assert!(result.is_ok(), "there is paper, and the album says {result:?}");
            if let Some(request) = lab.server.past().iter().find(|request| !request.delivered) {
                panic!(
                    "The server needs two seconds for a photo, at most. The request for photo {} was \
                     given up after {} ms.\n\
                     The printer needs {seconds} s. What does the request do while a photo is in the \
                     printer, and what does its clock do?",
                    request.number,
                    request.took.as_millis()
                );
            }
            assert!(
                result.as_ref().is_ok_and(Vec::is_empty),
                "nobody is slow but the printer, and the album says {result:?}"
            );
            lab.assert_printed_once(1..=12);
            let requests = lab.server.requests().made();
            assert!(requests == 12, "for twelve photos, {requests} requests were made");
        });
    }
}

#[test]
fn what_the_server_has_lost_is_given_up_after_five_seconds() {
    for seconds in [0, 1, 20] {
        run(async {
            let lab = Lab::new(seconds).that_has_lost(&[2, 5, 6]);
            let mut missing = lab.print(9).await.expect("there is paper");
            missing.sort_unstable();
            assert!(
                missing == [2, 5, 6],
                "the server has lost the photos 2, 5 and 6, and missing are said to be {missing:?}"
            );
            for request in lab.server.past().iter().filter(|request| !request.delivered) {
                let late = request.took > PATIENCE + Duration::from_millis(10);
                assert!(
                    !late && request.took >= PATIENCE,
                    "the request for photo {} was given up after {} ms. It is to have five seconds, \
                     and its place is then wanted for others",
                    request.number,
                    request.took.as_millis()
                );
            }
            lab.assert_printed_once([1, 3, 4, 7, 8, 9]);
        });
    }
}

#[test]
fn three_requests_are_under_way_and_no_more() {
    run(async {
        let lab = Lab::new(0);
        let begun = Instant::now();
        let _ = lab.print(24).await;
        let most = lab.server.requests().most_alive();
        assert!(most <= 3, "{most} requests were under way at once: the server lets in three");
        // One after the other it takes 30 s, and three at a time 10 s.
        let took = begun.elapsed();
        assert!(
            took < Duration::from_secs(15),
            "24 photos took {took:?}, with a printer that needs no time: do the requests wait for one \
             another?"
        );
    });
}

#[test]
fn photos_do_not_pile_up_before_the_printer() {
    run(async {
        let lab = Lab::new(20);
        let _ = lab.print(24).await;
        let most = lab.server.held().most_alive();
        assert!(
            most <= MOST_HELD,
            "{most} photos were in memory at once, waiting for the printer. An album has thousands.\n\
             What tells the requests that there is no hurry?"
        );
    });
}

#[test]
fn when_the_paper_is_out_the_album_ends_and_nothing_goes_on() {
    run(async {
        let lab = Lab::with_paper(4, 2);
        let begun = Instant::now();
        let result = lab.print(24).await;
        let text = result.map_or_else(|error| format!("{error:#}"), |_| "Ok".to_owned());
        assert!(
            text.contains("no paper"),
            "there was paper for two photos of 24, and the album says {text:?}"
        );
        assert!(
            begun.elapsed() < Duration::from_secs(12),
            "the paper was out after two photos, that is after 10 s at most; the album said so after {:?}",
            begun.elapsed()
        );
        assert_over(&lab).await;
    });
}

#[test]
fn whoever_drops_the_album_ends_all_its_requests() {
    let sweep = Check::new().tasks_may_remain().at_every_suspension(async |cut| {
        let lab = Lab::new(1);
        cut.run(lab.print(5)).await;
        assert_over(&lab).await;
    });
    // Before the first poll, and while each of the photos is printed.
    sweep.at_least(6);
}

/// Nothing is under way, and an hour later nothing has happened.
async fn assert_over(lab: &Lab) {
    probe::settle().await;
    let (requests, events) = (lab.server.requests().alive(), lab.log.events().len());
    assert!(
        requests == 0,
        "the album is over, and {requests} requests are still under way. For whom?"
    );
    let held = lab.server.held().alive();
    assert!(held == 0, "the album is over, and somebody still holds {held} photos");
    tokio::time::sleep(Duration::from_secs(3600)).await;
    assert!(
        lab.log.events().len() == events,
        "the album is over, and an hour later there is more in the log: who goes on?"
    );
}
