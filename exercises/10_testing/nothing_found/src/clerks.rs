//! Six ways to deal with the next letter. Given: nothing to change here.
//!
//! Each returns the letter that it has dealt with. Of each somebody has said that it is
//! cancel-safe.

use super::Office;

// ANCHOR: clerks
pub async fn stamp(office: &Office) -> u32 {
    let letter = office.letter();
    office.turn().await;
    office.turn().await;
    office.enter(letter);
    office.take_letter()
}

pub async fn forward(office: &Office) -> u32 {
    let letter = office.letter();
    office.turn().await;
    office.take_letter();
    office.turn().await;
    office.enter(letter);
    letter
}

pub async fn register(office: &Office) -> u32 {
    let letter = office.letter();
    office.turn().await;
    office.enter(letter);
    office.turn().await;
    office.take_letter()
}

pub async fn translate(office: &Office) -> u32 {
    let letter = office.aside().unwrap_or_else(|| office.take_letter());
    office.put_aside(Some(letter));
    office.turn().await;
    office.turn().await;
    office.put_aside(None);
    office.enter(letter);
    letter
}

pub async fn lock_away(office: &Office) -> u32 {
    let _key = office.key().await;
    office.turn().await;
    office.turn().await;
    office.enter(office.letter());
    office.take_letter()
}

pub async fn hand_out(office: &Office) -> u32 {
    office.turn().await;
    office.key().await.forget(); // It is in the clerk's pocket.
    office.turn().await;
    office.hang_key();
    office.enter(office.letter());
    office.take_letter()
}
// ANCHOR_END: clerks
