use std::cell::Cell;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Boxes are carried from the shelf to the van. Each takes four seconds: to lift it, to carry it.
struct Move {
    on_shelf: Cell<usize>,
    in_van: Cell<usize>,
    stop: CancellationToken,
}

// ANCHOR: movers
impl Move {
    async fn asks_at_every_await(&self) {
        while self.on_shelf.get() > 0 && !self.stop.is_cancelled() {
            self.on_shelf.set(self.on_shelf.get() - 1);
            for _ in ["lift", "carry"] {
                let step = sleep(Duration::from_secs(2));
                if self.stop.run_until_cancelled(step).await.is_none() {
                    return;
                }
            }
            self.in_van.set(self.in_van.get() + 1);
        }
    }

    async fn asks_between_two_boxes(&self) {
        while self.on_shelf.get() > 0 && !self.stop.is_cancelled() {
            self.carry_one().await;
        }
    }

    async fn asks_before_the_first_box(&self) {
        if !self.stop.is_cancelled() {
            while self.on_shelf.get() > 0 {
                self.carry_one().await;
            }
        }
    }
    // ANCHOR_END: movers

    async fn carry_one(&self) {
        self.on_shelf.set(self.on_shelf.get() - 1);
        sleep(Duration::from_secs(2)).await;
        sleep(Duration::from_secs(2)).await;
        self.in_van.set(self.in_van.get() + 1);
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:28}{:>12}{:>22}", "", "boxes lost", "longest goodbye");
    try_all("asks at every await", Move::asks_at_every_await).await;
    try_all("asks between two boxes", Move::asks_between_two_boxes).await;
    try_all("asks before the first box", Move::asks_before_the_first_box).await;
}

/// Asks at every tenth of a second of a move of ten boxes, and notes the worst that came of it.
async fn try_all(name: &str, carry: impl AsyncFn(&Move)) {
    let (mut lost, mut longest) = (0, Duration::ZERO);
    for tenths in 0..400 {
        let (on_shelf, in_van) = (Cell::new(10), Cell::new(0));
        let boxes = Move { on_shelf, in_van, stop: CancellationToken::new() };
        let asked = async {
            sleep(Duration::from_millis(50 + 100 * tenths)).await;
            boxes.stop.cancel();
            tokio::time::Instant::now()
        };
        let done = async {
            carry(&boxes).await;
            tokio::time::Instant::now()
        };
        let (asked, done) = tokio::join!(asked, done);
        longest = longest.max(done.saturating_duration_since(asked));
        lost = lost.max(10 - boxes.on_shelf.get() - boxes.in_van.get());
    }
    println!("{name:28}{lost:>12}{:>20.1} s", longest.as_secs_f64());
}
