use crate::{read, shown};
use anyhow::{Context, Result};
use std::path::Path;

/// What a wrong answer says of itself on its first lines:
///
/// ```text
/// // Why it tempts: a spawned future does start without an `.await`.
/// // Why it fails: nobody waits for the task.
/// // Rejected by: every_order_gets_one_receipt
/// // Says: 0 receipts were sent
/// ```
#[derive(Debug)]
pub struct Claim {
    /// The test that must reject it.
    pub rejected_by: String,
    /// A part of what that test must print: the proof that it was rejected for the right reason.
    pub says: String,
}

impl Claim {
    /// # Errors
    ///
    /// The file cannot be read, or a line of the four is missing.
    pub fn read(path: &Path) -> Result<Claim> {
        let text = read(path)?;
        let header: Vec<&str> =
            text.lines().map_while(|line| line.strip_prefix("//")).map(str::trim).collect();
        let field = |name: &str| {
            header
                .iter()
                .find_map(|line| line.strip_prefix(name))
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
                .with_context(|| format!("{} must open with `// {name} …`", shown(path)))
        };
        field("Why it tempts:")?;
        field("Why it fails:")?;
        Ok(Claim { rejected_by: field("Rejected by:")?, says: field("Says:")? })
    }
}
