use super::{INTERRUPTED, Place, stoppable};
use crate::check::{self, Step, Verdict};
use crate::checks::{self, Report};
use crate::rule::Outcome;
use anyhow::Result;
use course::Exercise;
use std::process::ExitCode;

impl Place {
    /// One check, for hands and scripts.
    pub(super) async fn check(&self, exercise: &Exercise) -> Result<ExitCode> {
        let voice = self.voice();
        let kept = checks::keep(&self.record, exercise);
        let step = |step| {
            if step == Step::Waiting {
                eprintln!("{}", voice.step(step));
            }
        };
        let coloured = self.style.coloured;
        let work = async |stop: &_| check::check(&self.root, exercise, coloured, stop, &step).await;
        let Some(Some(verdict)) = stoppable(work).await? else {
            return Ok(ExitCode::from(INTERRUPTED));
        };
        let (report, _) = Report::write_down(&self.record, &self.course, exercise, verdict, kept);
        self.say(&voice.report(&report))?;
        Ok(ExitCode::from(code(&report.verdict)))
    }
}

fn code(verdict: &Verdict) -> u8 {
    let hangs =
        |outcome: &Outcome| matches!(outcome, Outcome::NeverEnds { .. } | Outcome::KeepsTheThread);
    match verdict {
        Verdict::DoesNotCompile(_) => 3,
        Verdict::Checked { rules, .. } if rules.iter().any(|rule| hangs(&rule.outcome)) => 4,
        verdict => u8::from(!verdict.is_green()),
    }
}
