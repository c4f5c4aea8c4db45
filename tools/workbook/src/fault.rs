//! Which failure of those that probe calls by a name a rule has met.

use crate::words::Faults;

/// What the first name means that begins a line of what was said, as probe prints it: two spaces behind.
pub(crate) fn card(said: &str, faults: &Faults) -> Option<&'static str> {
    said.lines().find_map(|line| {
        let (name, rest) = line.trim_start().split_once("  ")?;
        Some(match name {
            "DEADLOCK" => faults.deadlock,
            "NEVER ENDS" => faults.never_ends,
            "NEVER RESTS" => faults.never_rests,
            "WAITS OUTSIDE" => faults.waits_outside,
            "STUCK" if rest.ends_with("it is asleep.") => faults.stuck_asleep,
            "STUCK" if rest.ends_with("it is computing all the time.") => faults.stuck_computing,
            "STUCK" => faults.stuck_unknown,
            "LEFT RUNNING" => faults.left_running,
            "UNSEEN PANIC" => faults.unseen_panic,
            "DOUBLE PANIC" => faults.double_panic,
            "TOO FEW POINTS" => faults.too_few_points,
            "NOTHING TO CUT" => faults.nothing_to_cut,
            "ABANDONED" => faults.abandoned,
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::RU;
    use std::collections::BTreeSet;
    use std::fs;

    fn russian() -> &'static Faults {
        RU.faults.as_ref().unwrap()
    }

    /// The texts in probe's sources as they are printed, each line from its beginning.
    fn printed() -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../probe/src");
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let sources = files.map(|path| fs::read_to_string(path).unwrap().replace('\r', ""));
        let mut text = String::new();
        for (i, part) in sources.collect::<String>().split("\\\n").enumerate() {
            // A string goes on behind the indentation of the next line.
            text.push_str(if i == 0 { part } else { part.trim_start() });
        }
        text.replace("\\n", "\n").replace('"', "\n")
    }

    #[test]
    fn a_card_belongs_to_a_name_at_the_beginning_of_a_line() {
        let russian = russian();
        let said =
            "mine\n  DEADLOCK  The check waits, and nothing ever wakes it.\n\n  LEFT RUNNING  ";
        assert_eq!(card(said, russian), Some(russian.deadlock));
        assert_eq!(card("STUCK  For 6 s: it is asleep.", russian), Some(russian.stuck_asleep));
        for said in ["DEADLOCK is feared", "no DEADLOCK  here", "PANIC in a task", ""] {
            assert_eq!(card(said, russian), None, "{said}");
        }
    }

    #[test]
    fn each_name_that_probe_prints_has_a_card_and_each_card_a_name() {
        let printed = printed();
        let hows: Vec<&str> = printed.lines().filter(|line| line.starts_with("it is ")).collect();
        assert_eq!(hows.len(), 3, "how a thread may be stuck: {hows:?}");
        let mut cards = BTreeSet::new();
        for line in printed.lines() {
            // Code is indented by four spaces.
            let text = line.strip_prefix("  ").unwrap_or_default();
            let Some((name, _)) = text.split_once("  ") else { continue };
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_uppercase() || c == ' ') {
                continue;
            }
            for how in &hows {
                let card = card(&line.replace("{how}", how), russian());
                cards.insert(card.unwrap_or_else(|| {
                    panic!("{name} has no card; give it one here and in `words::Faults`")
                }));
            }
        }
        assert_eq!(cards.len(), 13, "a card that no name leads to: take it away: {cards:#?}");
    }
}
