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

#[path = "04_racing/cut_frames.rs"]
pub mod cut_frames;

#[path = "04_racing/torn_orders.rs"]
pub mod torn_orders;

#[path = "05_together/unflushed_half.rs"]
pub mod unflushed_half;

#[path = "05_together/frozen_stream.rs"]
pub mod frozen_stream;

#[path = "06_tasks/still_watching.rs"]
pub mod still_watching;

#[path = "06_tasks/two_voices_on_air.rs"]
pub mod two_voices_on_air;

#[path = "06_tasks/hotel_without_a_flight.rs"]
pub mod hotel_without_a_flight;

#[path = "06_tasks/paid_but_not_shipped.rs"]
pub mod paid_but_not_shipped;

#[path = "07_cleanup/empty_room.rs"]
pub mod empty_room;

#[path = "07_cleanup/no_goodbye.rs"]
pub mod no_goodbye;

#[path = "07_cleanup/boat_still_out.rs"]
pub mod boat_still_out;

#[path = "07_cleanup/saved_nowhere.rs"]
pub mod saved_nowhere;

#[path = "08_asking/one_more_round.rs"]
pub mod one_more_round;

#[path = "08_asking/everybody_out.rs"]
pub mod everybody_out;

#[path = "08_asking/lost_at_closing.rs"]
pub mod lost_at_closing;
