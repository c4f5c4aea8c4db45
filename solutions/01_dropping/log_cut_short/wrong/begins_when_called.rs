// Why it tempts: in most languages a call runs up to its first `await`.
// Why it fails: a future that was never polled has not run one line of its body, and has no guard to drop.
// Rejected by: before_the_first_poll_nothing_has_happened
// Says: too long from its first word on

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "open closed",
    "open table kettle-on kettle-off closed",
    "open table kettle-on steam kettle-off closed",
    "open table kettle-on steam kettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
