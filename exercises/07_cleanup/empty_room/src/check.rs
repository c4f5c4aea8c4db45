//! A room is booked, or it is free: however `arrange` ends, nothing stays held, and nothing is
//! undone twice.

use super::{Declined, Person, Room, State, arrange};
use futures::FutureExt;
use probe::Check;
use std::panic::AssertUnwindSafe;

const ALL_COME: [Person; 3] = [Person::Comes; 3];

/// The porter, at least one turn for the answers, the invitations, and the time before the first
/// poll.
const POINTS: usize = 4;

/// One of three does what `person` does, and the others come.
fn with(person: Person) -> impl Iterator<Item = [Person; 3]> {
    (0..3).map(move |place| {
        let mut people = ALL_COME;
        people[place] = person;
        people
    })
}

#[test]
fn a_meeting_that_all_come_to_has_its_room() {
    probe::run(async {
        let room = Room::vacant();
        let result = arrange(&room, &ALL_COME).await;
        let (log, asked) = (room.log(), room.log().count("somebody is asked"));
        assert!(result == Ok(()) && asked == 3, "all three must be asked; {asked} were");
        assert!(
            log.count("held") == 1 && log.position("held") < log.position("somebody is asked"),
            "people were asked to come to a room that somebody else may have taken meanwhile"
        );
        assert!(log.count("booked") == 1, "everybody comes, and the room was not booked");
        assert!(
            log.count("released") == 0,
            "everybody comes, and the room was released: it may be somebody else's by now.\n\
             A destructor runs at every end. What tells it that this one was a success?"
        );
        assert!(log.count("invitations sent") == 1, "the invitations were not sent");
        assert!(
            log.position("booked") < log.position("invitations under way"),
            "invitations were on their way before the room was booked. Dropped there, `arrange` gives \
             the room away, and people come to it.\n\
             Between which two lines may there be an `.await`?"
        );
    });
}

#[test]
fn what_is_not_booked_is_free_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let room = Room::vacant();
        cut.run(arrange(&room, &ALL_COME)).await;
        // No `settle` here: releasing is not asynchronous, so there is nothing to wait for.
        assert!(
            room.state() != State::Held,
            "`arrange` was dropped, and the room is still held. Nobody will sit in it, nobody \
             else can have it, and no line of `arrange` will ever run again.\n\
             Which code does run when a future is dropped?"
        );
        let (held, booked) = (room.log().count("held"), room.log().count("booked"));
        if held == 1 && booked == 0 {
            let released = room.log().count("released");
            assert!(released == 1, "the room was held once and released {released} times");
        }
    });
    sweep.at_least(POINTS);
}

#[test]
fn what_is_booked_stays_booked_wherever_it_is_dropped() {
    let sweep = probe::at_every_suspension(async |cut| {
        let room = Room::vacant();
        cut.run(arrange(&room, &ALL_COME)).await;
        if room.log().count("booked") > 0 {
            assert!(
                room.state() == State::Booked,
                "the room was booked, the invitations were on their way, and then the room was \
                 given away.\n\
                 From which line on is there nothing to undo?"
            );
        }
    });
    sweep.at_least(POINTS);
}

#[test]
fn a_refusal_releases_the_room_once() {
    probe::run(async {
        for people in with(Person::Declines) {
            let room = Room::vacant();
            let result = arrange(&room, &people).await;
            let (booked, released) = (room.log().count("booked"), room.log().count("released"));
            assert!(
                result == Err(Declined) && booked == 0,
                "somebody declined: no meeting, no room"
            );
            assert!(released > 0, "somebody declined, and the room is still held");
            assert!(
                released == 1,
                "somebody declined, and the room was released {released} times. After the first \
                 time it may belong to somebody else.\n\
                 Who releases it?"
            );
        }
    });
}

#[test]
fn a_panic_releases_the_room_once() {
    Check::new().panics_expected().run(async {
        for people in with(Person::Panics) {
            let room = Room::vacant();
            let end = AssertUnwindSafe(arrange(&room, &people)).catch_unwind().await;
            assert!(end.is_err(), "a panic of somebody's calendar was swallowed");
            let released = room.log().count("released");
            assert!(
                released == 1,
                "there was a panic while people were asked, and the room was released {released} \
                 times where it must be once"
            );
        }
    });
}

#[test]
fn nothing_goes_on_when_it_is_dropped() {
    let sweep = Check::new().tasks_may_remain().at_every_suspension(async |cut| {
        let room = Room::vacant();
        cut.run(arrange(&room, &ALL_COME)).await;
        let events = room.log().events().len();
        probe::settle().await;
        let later = room.log().events().split_off(events);
        assert!(
            later.is_empty(),
            "`arrange` is over, and behind its back it goes on: {later:?}.\n\
             Whoever dropped it had called the meeting off. Who does this work now, and for whom?"
        );
    });
    sweep.at_least(POINTS);
}

#[test]
fn the_room_of_others_is_left_alone() {
    // The porter looks, and then it waits: it is dropped before each of the two, and while it
    // waits.
    for polls in 0..=2 {
        probe::run(async {
            let room = Room::vacant();
            room.hold().await;
            room.log().note("that was somebody else");
            probe::cancel_after(polls, arrange(&room, &ALL_COME)).await;
            assert!(
                room.state() == State::Held,
                "somebody else holds the room. `arrange` waited for it, was dropped, and now the \
                 room is {:?}.\n\
                 From which line on is there something to undo?",
                room.state()
            );
        });
    }
}

#[test]
fn nothing_is_left_behind_in_memory() {
    let sweep = probe::at_every_suspension(async |cut| {
        let room = Room::vacant();
        cut.run(arrange(&room, &ALL_COME)).await;
        let others = room.handles() - 1;
        assert!(
            others == 0,
            "`arrange` is over, and a clone of the room is still alive somewhere. One more \
             with every meeting.\n\
             What becomes of the fields of a value that is not dropped?"
        );
    });
    sweep.at_least(POINTS);
}
