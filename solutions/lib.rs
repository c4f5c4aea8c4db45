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

#[path = "02_vanishing/half_a_line.rs"]
pub mod half_a_line;

#[path = "02_vanishing/unbalanced_books.rs"]
pub mod unbalanced_books;

#[path = "02_vanishing/lost_slot.rs"]
pub mod lost_slot;

#[path = "03_timeouts/deaf_timeout.rs"]
pub mod deaf_timeout;

#[path = "03_timeouts/half_a_request.rs"]
pub mod half_a_request;

#[path = "03_timeouts/outlived_timeout.rs"]
pub mod outlived_timeout;

#[path = "04_racing/eaten_message.rs"]
pub mod eaten_message;

#[path = "04_racing/restarted_upload.rs"]
pub mod restarted_upload;

#[path = "10_testing/box_in_the_air.rs"]
pub mod box_in_the_air;

#[path = "10_testing/nothing_found.rs"]
pub mod nothing_found;
