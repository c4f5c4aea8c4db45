mod breakfast;

pub use breakfast::breakfast;

/// `FORECAST[n]`: the whole log of `breakfast`, word by word, if it is dropped after n polls.
pub const FORECAST: [&str; 6] = [
    // TODO: one line per n. These suppose that every `.await` stops, and that a drop leaves no trace.
    "open",
    "open table",
    "open table kettle-on",
    "open table kettle-on steam",
    "open table kettle-on steam tea egg-1",
    "open table kettle-on steam tea egg-1 egg-2 eat",
];

#[cfg(test)]
mod check;
