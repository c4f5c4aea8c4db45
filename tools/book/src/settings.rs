//! What `book.toml` says about the pages.

use anyhow::{Context, Result, bail};
use mdbook_driver::config::Config;
use serde::Deserialize;

/// The table `[output.languages]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Table {
    #[serde(rename = "command")]
    _command: Option<String>,
    site_url: Option<String>,
    git_repository_url: Option<String>,
    edit_url_template: Option<String>,
}

/// Where the site will be, and where its sources are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Settings {
    /// `https://example.org`; without it, nothing on a page can say what its whole address is.
    pub(crate) origin: Option<String>,
    /// `/` or `/folder/`
    pub(crate) path: String,
    pub(crate) repository: Option<String>,
    /// `{path}` in it stands for `book/en/page.md`.
    pub(crate) edit: Option<String>,
    /// Where `mdbook serve` tells pages to load themselves anew.
    pub(crate) reload: Option<String>,
}

impl Settings {
    /// # Errors
    ///
    /// `book.toml` has another output, an unknown key, or a site without a host and a path.
    pub(crate) fn read(config: &Config) -> Result<Settings> {
        let outputs = config.outputs::<toml::Value>().context("book.toml: bad [output]")?;
        // `mdbook serve` says there where it serves, whether or not there is such an output.
        let served = |key: &str| {
            let html = outputs.get("html").and_then(|html| html.get(key));
            html.and_then(|value| value.as_str()).map(str::to_owned)
        };
        let reload = served("live-reload-endpoint");
        if let Some(other) = outputs.keys().find(|name| *name != "languages")
            && reload.is_none()
        {
            bail!(
                "book.toml: remove [output.{other}]; [output.languages] writes the pages, and with \
                 two outputs mdBook would put them elsewhere"
            );
        }
        let table: Table = config
            .get("output.languages")
            .context("book.toml: [output.languages] is not understood")?
            .context("book.toml: [output.languages] is missing; it is what writes the pages")?;
        let url = served("site-url").or(table.site_url).unwrap_or_else(|| "/".to_owned());
        let (origin, path) = split(&url)?;
        Ok(Settings {
            origin,
            path,
            repository: table.git_repository_url,
            edit: table.edit_url_template,
            reload,
        })
    }
}

/// Takes `https://example.org/folder` apart, or `/folder/`.
fn split(url: &str) -> Result<(Option<String>, String)> {
    let host = url.find("://").map_or(0, |at| at + 3);
    let start = url[host..].find('/').map_or(url.len(), |at| host + at);
    let (origin, path) = url.split_at(start);
    let known = ["", "http://", "https://"].contains(&&url[..host]);
    if !known || (host == 0) != origin.is_empty() {
        bail!(
            "book.toml: `site-url` is {url:?}; write it like /folder/ or https://example.org/folder/"
        );
    }
    let origin = (!origin.is_empty()).then(|| origin.to_owned());
    Ok((origin, format!("{}/", path.trim_end_matches('/'))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_a_host_and_a_folder_or_a_folder() {
        let host = Some("https://example.org".to_owned());
        assert_eq!(split("/").unwrap(), (None, "/".to_owned()));
        assert_eq!(split("/a").unwrap(), (None, "/a/".to_owned()));
        assert_eq!(split("https://example.org").unwrap(), (host.clone(), "/".to_owned()));
        assert_eq!(split("https://example.org/a/").unwrap(), (host, "/a/".to_owned()));
        assert!(split("example.org/a").is_err());
        assert!(split("ftp://example.org/a").is_err());
    }
}
