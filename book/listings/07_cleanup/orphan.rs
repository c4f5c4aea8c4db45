use std::env;
use std::process::Stdio;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

/// What the child process does: it waits for a line, and answers.
fn child() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    println!("yes");
}

/// Starts a child, drops its handle, and asks the child whether it is there.
async fn answer(kill_on_drop: bool) -> String {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(env::args_os().skip(1)) // The same program again, which sees that it is the child.
        .env("IS_THE_CHILD", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(kill_on_drop)
        .spawn()
        .unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());

    drop(child);

    let _ = to.write_all(b"are you there?\n").await;
    drop(to);
    let mut answer = String::new();
    from.read_to_string(&mut answer).await.unwrap();
    answer.trim().to_owned()
}

fn main() {
    if env::var_os("IS_THE_CHILD").is_some() {
        return child();
    }
    parent();
}

#[tokio::main(flavor = "current_thread")]
async fn parent() {
    println!("child dropped.                    Are you there? {:?}", answer(false).await);
    println!("child dropped with kill_on_drop.  Are you there? {:?}", answer(true).await);
}
