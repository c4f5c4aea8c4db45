// Why it tempts: nobody races a task of its own, so it reads every frame to its end.
// Why it fails: nobody stops it either. When `receive` is dropped, its handle is dropped, and the
// task goes on holding the wire, and reads reports that nobody will store.
// Rejected by: whoever_drops_it_gets_the_wire_back
// Says: somebody still holds its end of the wire

mod station;

pub use station::Station;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::sync::mpsc;
use tokio::{select, time::interval};

pub async fn receive(mut wire: DuplexStream, station: &Station) -> io::Result<()> {
    let mut beat = interval(Duration::from_millis(100));
    // ANCHOR: mistake
    let (sender, mut frames) = mpsc::channel(1);
    tokio::spawn(async move {
        while let Some(frame) = read_frame(&mut wire).await.transpose() {
            let failed = frame.is_err();
            if sender.send(frame).await.is_err() || failed {
                break;
            }
        }
    });
    // ANCHOR_END: mistake
    loop {
        select! {
            frame = frames.recv() => match frame.transpose()? {
                Some(text) => station.store(text),
                None => return Ok(()),
            },
            _ = beat.tick() => station.reassure_watchdog(),
        }
    }
}

async fn read_frame(wire: &mut DuplexStream) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 2];
    if wire.read(&mut length[..1]).await? == 0 {
        return Ok(None);
    }
    wire.read_exact(&mut length[1..]).await?;
    let mut text = vec![0; u16::from_be_bytes(length).into()];
    wire.read_exact(&mut text).await?;
    Ok(Some(text))
}

#[cfg(test)]
mod check;
