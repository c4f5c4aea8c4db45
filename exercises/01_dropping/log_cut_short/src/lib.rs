mod breakfast;

pub use breakfast::breakfast;

/// `FORECAST[n]`: the whole log of `breakfast`, word by word, if it is dropped after n polls.
pub const FORECAST: [&str; 6] = [
    // TODO: one line per n. These suppose that the code begins at the call, stops at every `.await`,
    // and leaves no trace when it is dropped.
    "open",
    "open table",
    "open table kettle-on",
    "open table kettle-on steam",
    "open table kettle-on steam tea egg-1",
    "open table kettle-on steam tea egg-1 egg-2",
];

#[cfg(test)]
mod check;
