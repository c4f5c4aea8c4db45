use std::io::{self, Write};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Counts what arrives.
struct Counter<'a>(&'a mut usize);

impl Write for Counter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arrived = 0;
    let mut writer = io::BufWriter::new(Counter(&mut arrived));
    writer.write_all(b"farewell").unwrap();
    drop(writer);
    println!("std:   {arrived} bytes of 8 arrived");

    let (here, mut there) = tokio::io::duplex(64);
    let mut writer = tokio::io::BufWriter::new(here);
    writer.write_all(b"farewell").await.unwrap();
    drop(writer);
    let mut bytes = Vec::new();
    there.read_to_end(&mut bytes).await.unwrap();
    println!("tokio: {} bytes of 8 arrived", bytes.len());
}
// ANCHOR_END: main
