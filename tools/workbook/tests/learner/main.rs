//! The command as a learner meets it: real processes, real files, a small workbook of its own.
#![cfg(unix)] // They send signals.

mod commands;
mod stuck;
mod watching;
mod workbook;
