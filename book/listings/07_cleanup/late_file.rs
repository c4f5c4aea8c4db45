use std::path::PathBuf;
use std::sync::mpsc;
use std::task::{Context, Waker};
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

/// Removes its file when it is dropped.
struct TemporaryFile(PathBuf);

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        println!("the guard removes it: {:?}", std::fs::remove_file(&self.0).map_err(|e| e.kind()));
    }
}

/// What `tokio::fs::write` does too: a thread for blocking work writes, and we wait for it.
async fn write(path: PathBuf) {
    spawn_blocking(|| std::fs::write(path, "draft")).await.unwrap().unwrap();
}

fn main() {
    let path = std::env::temp_dir().join(format!("late_file_{}", std::process::id()));
    // One thread for all blocking work, so that the order is the same each time.
    let runtime = Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
    runtime.block_on(async {
        let (go_on, wait) = mpsc::channel::<()>();
        let busy = spawn_blocking(move || wait.recv());

        let file = TemporaryFile(path.clone());
        let mut writing = Box::pin(write(file.0.clone()));
        assert!(writing.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        drop(writing);
        drop(file);

        go_on.send(()).unwrap();
        busy.await.unwrap().unwrap();
        spawn_blocking(|| {}).await.unwrap(); // Comes after all that is in the queue.
        println!("and then it is there: {}", path.exists());
    });
    let _ = std::fs::remove_file(&path);
}
