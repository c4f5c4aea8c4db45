// Why it tempts: there is one `.await` in the loop.
// Why it fails: it is reached in each round, and each round suspends.
// Rejected by: a_loop_stops_in_every_round
// Says: FORECAST[3] is too long

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "",
    "open table kettle-on kettle-off closed",
    "open table kettle-on steam kettle-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
