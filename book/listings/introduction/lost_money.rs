use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

struct Accounts {
    alice: i64,
    bob: i64,
}

async fn transfer(accounts: &Mutex<Accounts>, amount: i64) {
    let mut accounts = accounts.lock().await;
    accounts.alice -= amount;
    ask_the_bank().await;
    accounts.bob += amount;
}

async fn ask_the_bank() {
    sleep(Duration::from_secs(3)).await;
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let accounts = Mutex::new(Accounts { alice: 100, bob: 0 });

    let answer = timeout(Duration::from_secs(1), transfer(&accounts, 30)).await;
    println!("{answer:?}");

    let Accounts { alice, bob } = accounts.into_inner();
    println!("alice {alice} + bob {bob} = {}", alice + bob);
}
