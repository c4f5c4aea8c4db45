//! The answers. Each is tested by its exercise's own check: `cargo test -p solutions unsent_receipt`.
//!
//! Beside each answer stand, in a folder of its name, the code that a learner starts from, the wrong
//! answers that the check must reject, and other right ones that it must accept.

#[path = "01_dropping/unsent_receipt.rs"]
pub mod unsent_receipt;

#[path = "01_dropping/log_cut_short.rs"]
pub mod log_cut_short;

#[path = "01_dropping/wrong_way_out.rs"]
pub mod wrong_way_out;

#[path = "01_dropping/undead_future.rs"]
pub mod undead_future;

#[path = "07_cleanup/empty_room.rs"]
pub mod empty_room;

#[path = "07_cleanup/no_goodbye.rs"]
pub mod no_goodbye;

#[path = "07_cleanup/boat_still_out.rs"]
pub mod boat_still_out;

#[path = "07_cleanup/saved_nowhere.rs"]
pub mod saved_nowhere;
