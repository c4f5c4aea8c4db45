use std::cell::Cell;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::timeout;

#[derive(Default)]
struct Cinema {
    bank_is_down: bool,
    seats_taken: Cell<u32>,
    tickets: Cell<u32>,
}

// ANCHOR: sell
/// A seat that is free again if it is dropped before it is sold.
struct Seat<'a> {
    cinema: &'a Cinema,
    sold: bool,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        if !self.sold {
            self.cinema.seats_taken.update(|seats| seats - 1);
        }
    }
}

async fn sell(cinema: &Cinema) {
    cinema.seats_taken.update(|seats| seats + 1);
    let mut seat = Seat { cinema, sold: false };
    ask_the_bank(cinema).await;
    seat.sold = true;
    warm_up_the_printer().await;
    cinema.tickets.update(|tickets| tickets + 1);
}
// ANCHOR_END: sell

async fn ask_the_bank(cinema: &Cinema) {
    yield_now().await;
    if cinema.bank_is_down {
        pending::<()>().await;
    }
}

async fn warm_up_the_printer() {
    yield_now().await;
}

// ANCHOR: harness
/// Polls `future` at most so many times, then drops it.
async fn cancel_after<T>(mut polls: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    poll_fn(|cx| {
        if polls == 0 {
            return Poll::Ready(None);
        }
        polls -= 1;
        match future.as_mut().poll(cx) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            Poll::Pending if polls == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    })
    .await
}

async fn at_every_point() {
    for polls in 0.. {
        let cinema = Cinema::default();
        if cancel_after(polls, sell(&cinema)).await.is_some() {
            println!("done              {}", verdict(&cinema));
            break;
        }
        println!("dropped after {polls}   {}", verdict(&cinema));
    }
}
// ANCHOR_END: harness

fn verdict(cinema: &Cinema) -> String {
    match (cinema.seats_taken.get(), cinema.tickets.get()) {
        (seats, tickets) if seats == tickets => "fine".to_owned(),
        (seats, tickets) => format!("{seats} seat taken, {tickets} tickets"),
    }
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let cinema = Cinema { bank_is_down: true, ..Cinema::default() };
    let _ = timeout(Duration::from_secs(1), sell(&cinema)).await;
    println!("the bank is down  {}", verdict(&cinema));
    at_every_point().await;
}
// ANCHOR_END: main
