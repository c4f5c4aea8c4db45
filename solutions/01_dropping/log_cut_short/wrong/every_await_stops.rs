// Why it tempts: `.await` is where a future stops, and `lay_the_table` is awaited.
// Why it fails: it is ready at once, so the same poll goes on. Only a `Pending` suspends.
// Rejected by: an_await_that_is_ready_does_not_stop
// Says: the log goes on

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "",
    "open table closed",
    "open table kettle-on kettle-off closed",
    "open table kettle-on steam kettle-off closed",
    "open table kettle-on steam kettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 pan-off closed",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
