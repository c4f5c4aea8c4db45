use crate::report;
use std::sync::{Arc, Mutex, PoisonError};

const MOST_EVENTS: usize = 100_000;

/// A log of what happened, in order, shared by all its clones.
///
/// What is noted while a check runs is also printed when that check fails, with the place where the
/// code under test was dropped marked in it.
///
/// ```
/// let trace = probe::Trace::new();
/// let door = trace.guard("door shut");
/// trace.note("light on");
/// drop(door);
/// assert_eq!(trace.events(), ["light on", "door shut"]);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Trace {
    events: Arc<Mutex<Vec<String>>>,
}

/// Notes its text when it is dropped, by whatever road it got there. Made by [`Trace::guard`].
#[derive(Debug)]
#[must_use = "a guard that is not bound to a name is dropped at once"]
pub struct TraceGuard {
    trace: Trace,
    text: String,
}

impl Trace {
    #[must_use]
    pub fn new() -> Trace {
        Trace::default()
    }

    /// Adds an event.
    ///
    /// # Panics
    ///
    /// There are more than 100 000 events already: nobody will read a trace that has no end.
    pub fn note(&self, text: impl Into<String>) {
        let text = text.into();
        report::with_current(|report| report.note(&text));
        let events = {
            let mut events = self.lock();
            events.push(text);
            events.len()
        };
        assert!(events <= MOST_EVENTS, "probe: a trace of {events} events has no end");
    }

    /// A guard that notes `text` when it is dropped.
    pub fn guard(&self, text: impl Into<String>) -> TraceGuard {
        TraceGuard { trace: self.clone(), text: text.into() }
    }

    /// Everything noted so far, oldest first.
    #[must_use]
    pub fn events(&self) -> Vec<String> {
        self.lock().clone()
    }

    /// The place of the first event that equals `text`, counted from 0.
    #[must_use]
    pub fn position(&self, text: &str) -> Option<usize> {
        self.lock().iter().position(|event| event == text)
    }

    /// How many events equal `text`.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        self.lock().iter().filter(|event| *event == text).count()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<String>> {
        // A panic between two events leaves the list whole.
        self.events.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for TraceGuard {
    fn drop(&mut self) {
        self.trace.note(std::mem::take(&mut self.text));
    }
}
