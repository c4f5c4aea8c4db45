// Four of the awaits suspend: two inside `boil_water`, and one in each round of the loop.
// `lay_the_table` and `ready` are done at once and stop nothing. So there are five polls to the end.

#[path = "../../exercises/01_dropping/log_cut_short/src/breakfast.rs"]
mod breakfast;

pub use breakfast::breakfast;

/// `FORECAST[n]`: the whole log of `breakfast`, word by word, if it is dropped after n polls.
pub const FORECAST: [&str; 6] = [
    // Never polled: not one line has run, and there is no guard yet that could be dropped.
    "",
    // Suspended inside `boil_water`. The innermost future is dropped first: the kettle, then the kitchen.
    "open table kettle-on kettle-off closed",
    "open table kettle-on steam kettle-off closed",
    // `boil_water` has returned, so its guard is gone before the tea.
    "open table kettle-on steam kettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 pan-off closed",
    // The fifth poll runs to the end. Locals are dropped in the same order, latest first.
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
];

#[cfg(test)]
#[path = "../../exercises/01_dropping/log_cut_short/src/check.rs"]
mod check;
