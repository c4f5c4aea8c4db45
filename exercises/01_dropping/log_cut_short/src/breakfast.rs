//! The program whose log is to be predicted. Given: nothing to change here.

use probe::Trace;
use tokio::task::yield_now;

pub async fn breakfast(log: &Trace) {
    let _kitchen = log.guard("closed");
    log.note("open");
    lay_the_table(log).await;
    boil_water(log).await;
    log.note("tea");
    let _pan = log.guard("pan-off");
    for egg in ["egg-1", "egg-2"] {
        log.note(egg);
        yield_now().await;
    }
    std::future::ready(()).await;
    log.note("eat");
}

async fn lay_the_table(log: &Trace) {
    log.note("table");
}

async fn boil_water(log: &Trace) {
    let _kettle = log.guard("kettle-off");
    log.note("kettle-on");
    yield_now().await;
    log.note("steam");
    yield_now().await;
}
