//! The wrong answers and the other right ones of all exercises, each with its check.
//!
//! Many of these tests fail, and must. `tidy` runs each alternative in a process of its own and compares
//! what happens with what its first lines say; to see one by hand:
//!
//! ```text
//! cargo test -p solutions --test alternatives unsent_receipt::wrong_spawned::
//! ```

// The code below is wrong in every way that its authors could think of, and each says so on top.
#![allow(clippy::all, dead_code, unreachable_pub, unused_imports, unused_must_use)]

include!(concat!(env!("OUT_DIR"), "/alternatives.rs"));
