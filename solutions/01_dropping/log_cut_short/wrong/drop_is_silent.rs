// Why it tempts: dropping a future means that its code does not run any more.
// Why it fails: its body does not, and the destructors of all that lived in it do.
// Rejected by: what_is_alive_is_dropped_and_the_latest_goes_first
// Says: FORECAST[1] is right as far as it goes

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "",
    "open table kettle-on",
    "open table kettle-on steam",
    "open table kettle-on steam kettle-off tea egg-1",
    "open table kettle-on steam kettle-off tea egg-1 egg-2",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
