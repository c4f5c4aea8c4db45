//! One version and one feature list for each crate, in the root manifest. With a second list somewhere,
//! moving from one exercise to the next would build tokio again.

use tidy::settle;

/// What exercises may use.
const ALLOWED: [&str; 6] = ["anyhow", "futures", "probe", "tokio", "tokio-stream", "tokio-util"];

/// The command takes no feature of `tokio-util`: what the exercises need is built when one of them needs
/// it, and not before the first verdict of all. tokio is the same for both.
const BARE: (&str, &str) = ("tools/workbook/Cargo.toml", "tokio-util");

#[test]
fn manifests_take_from_the_workspace() {
    let course = tidy::course();
    let root_text =
        tidy::read(&course.root().join("Cargo.toml")).expect("the root manifest can be read");
    let root: toml::Table = root_text.parse().expect("the root manifest is TOML");
    let shared = root["workspace"]["dependencies"].as_table().expect("it lists dependencies");
    let mut faults = Vec::new();
    let mut manifests = Vec::new();
    for folder in ["book", "exercises", "solutions", "tools"] {
        manifests.extend(tidy::files_below(&course.root().join(folder), "toml"));
    }
    manifests.retain(|path| path.ends_with("Cargo.toml"));
    for path in manifests {
        let text = tidy::read(&path).expect("a manifest can be read");
        let manifest: toml::Table = text.parse().expect("a manifest is TOML");
        let shown = tidy::shown(&path);
        let targets = manifest.get("target").and_then(|target| target.as_table());
        let tables =
            targets.into_iter().flat_map(|targets| targets.values()).filter_map(|t| t.as_table());
        for dependencies in std::iter::once(&manifest).chain(tables).flat_map(sections) {
            for (name, value) in dependencies {
                let bare = (shown.as_str(), name.as_str()) == BARE && value.is_str();
                let inherited = value.get("workspace").is_some() && value.get("features").is_none();
                if shared.contains_key(name) && !inherited && !bare {
                    faults.push(format!(
                        "{shown}: `{name}` must be `{name}.workspace = true`, no more"
                    ));
                }
                if shown.starts_with("exercises/") && !ALLOWED.contains(&name.as_str()) {
                    faults.push(format!("{shown}: exercises do not use `{name}`"));
                }
            }
        }
        if manifest.get("lints").and_then(|lints| lints.get("workspace")).is_none() {
            faults.push(format!("{shown}: it must take its lints from the workspace"));
        }
    }
    settle(
        &faults,
        "put versions and features into [workspace.dependencies] of the root manifest.",
    );
}

fn sections(manifest: &toml::Table) -> impl Iterator<Item = &toml::Table> {
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .into_iter()
        .filter_map(|section| manifest.get(section)?.as_table())
}
