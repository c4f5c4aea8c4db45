// The same forecast in another shape: only the words and their order count.

mod breakfast;

pub use breakfast::breakfast;

const AFTER_ONE: &str = "
    open
    table
    kettle-on
    kettle-off
    closed
";

pub const FORECAST: [&str; 6] = [
    " ",
    AFTER_ONE,
    "open table kettle-on steam   kettle-off closed",
    "open table kettle-on steam\tkettle-off tea egg-1 pan-off closed",
    "open table kettle-on steam\nkettle-off tea egg-1 egg-2 pan-off closed",
    concat!("open table kettle-on steam kettle-off tea egg-1 egg-2", " eat pan-off closed"),
];

#[cfg(test)]
mod check;
