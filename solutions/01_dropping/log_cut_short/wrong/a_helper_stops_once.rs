// Why it tempts: `boil_water(log).await` is one `.await`, so it stops once.
// Why it fails: a helper brings its own suspensions along, and this one has two.
// Rejected by: a_helper_stops_its_caller_at_each_of_its_own_suspensions
// Says: is not the next word

mod breakfast;

pub use breakfast::breakfast;

// ANCHOR: mistake
pub const FORECAST: [&str; 6] = [
    "",
    "open table kettle-on kettle-off closed",
    "open table kettle-on kettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 pan-off closed",
    "open table kettle-on steam kettle-off tea egg-1 egg-2 eat pan-off closed",
];
// ANCHOR_END: mistake

#[cfg(test)]
mod check;
