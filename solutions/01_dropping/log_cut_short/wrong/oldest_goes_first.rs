// Why it tempts: the outer function began first, so it ends first.
// Why it fails: the future that is being awaited is dropped before the locals of the one that awaits it,
// and locals go in reverse order.
// Rejected by: what_is_alive_is_dropped_and_the_latest_goes_first
// Says: "closed" is not the next word

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "",
    "open table kettle-on closed kettle-off",
    "open table kettle-on steam closed kettle-off",
    "open table kettle-on steam kettle-off tea egg-1 closed pan-off",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 closed pan-off",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat closed pan-off",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
