use crate::workbook::{CONFIG, Site, Workbook};
use mdbook_driver::book::Book;
use mdbook_driver::config::Config;
use mdbook_renderer::RenderContext;

const SUMMARY: &str = "[One](one.md)\n\n- [Two](2/index.md)\n  - [Three](2/three.md)\n";

/// English, Russian, Japanese, Chinese, and Esperanto, which has one page less.
fn polyglot() -> Workbook {
    let workbook = Workbook::new("# One {#one}\n\n> [!NOTE]\n> Text.\n");
    let ui = workbook.read("book/ui.toml");
    let english = &ui[ui.find("[en]").unwrap()..ui.find("[ru]").unwrap()];
    let esperanto = english.replace("[en", "[eo").replace("\"en\"", "\"eo\"");
    workbook.write(
        "book/ui.toml",
        &format!("{ui}\n{}", esperanto.replace("\"English\"", "\"Esperanto\"")),
    );
    for language in ["en", "ru", "ja", "zh", "eo"] {
        let page = |path: &str| format!("book/{language}/{path}");
        workbook.write(&page("SUMMARY.md"), SUMMARY);
        if language != "en" {
            workbook.write(
                &page("one.md"),
                "<!-- en: 0123 -->\n# 一 {#one}\n\n> [!NOTE]\n> 甲，\n> 乙\n> Rust\n",
            );
        }
        workbook.write(&page("2/index.md"), "# Two {#two}\n\n[Three](three.md#three)\n");
        workbook.write(&page("2/three.md"), "# Three {#three}\n\n```rust\nfn f() {}\n```\n");
    }
    workbook.write("book/eo/SUMMARY.md", &SUMMARY.replace("  - [Three](2/three.md)\n", ""));
    workbook.write("book/eo/2/index.md", "# Two\n");
    workbook
}

#[test]
fn a_language_is_a_folder_and_a_table() {
    let workbook = polyglot();
    let site = workbook.build();
    for (prefix, tag) in
        [("", "en"), ("ru/", "ru"), ("ja/", "ja"), ("zh/", "zh-Hans"), ("eo/", "eo")]
    {
        site.assert_has(&format!("{prefix}index.html"), &format!("<html lang=\"{tag}\""));
        site.assert_has(&format!("{prefix}2/index.html"), "data-root=\"../\"");
        assert!(site.files().contains(&format!("{prefix}search-data.js")), "{prefix}");
    }
}

#[test]
fn nothing_of_mdbook_is_left_around_the_text() {
    let workbook = polyglot();
    let site = workbook.build();
    let files = site.files();
    let pages: Vec<&str> =
        files.iter().map(String::as_str).filter(|file| !file.starts_with("theme/")).collect();
    let translated = |file: &&str| file[..3].ends_with('/');
    let english: Vec<&str> = pages.iter().copied().filter(|file| !translated(file)).collect();
    assert_eq!(
        english,
        [
            ".nojekyll",
            "2/index.html",
            "2/three.html",
            "404.html",
            "index.html",
            "one.html",
            "search-data.js"
        ]
    );
    for file in pages.iter().filter(|file| file.ends_with(".html")) {
        for part in ["mdbook", "<script>", " style=", " onclick=", "http-equiv=\"refresh\""] {
            site.assert_has_not(file, part);
        }
    }
}

#[test]
fn a_language_leads_to_the_same_page_or_to_its_first() {
    let workbook = polyglot();
    let site = workbook.build();
    site.assert_has("2/three.html", "<a href=\"../ru/2/three.html\" lang=\"ru\" hreflang=\"ru\">");
    site.assert_has("2/three.html", "<a href=\"../eo/index.html\" lang=\"eo\"");
    site.assert_has("zh/2/three.html", "<a href=\"../../2/three.html\" lang=\"en\"");
    site.assert_has("zh/2/three.html", "<a href=\"../../zh/2/three.html\" lang=\"zh-Hans\" hreflang=\"zh-Hans\" aria-current=\"true\">");
    site.assert_has(
        "zh/2/three.html",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"../../2/three.html\">",
    );
    site.assert_has_not("zh/2/three.html", "<link rel=\"alternate\" hreflang=\"eo\"");
}

#[test]
fn a_page_that_is_not_translated_is_in_the_contents_in_english() {
    let workbook = polyglot();
    let site = workbook.build();
    let link = "<a href=\"../../2/three.html\" lang=\"en\" hreflang=\"en\">\
                <span class=\"number\">1.1</span> Three</a>";
    site.assert_has("eo/2/index.html", link);
    site.assert_has("eo/2/index.html", "<a href=\"../2/index.html\" aria-current=\"page\">");
    site.assert_has_not("ru/2/index.html", link);
    // Reading on stays in the language.
    site.assert_has_not("eo/2/index.html", "rel=\"next\"");
}

#[test]
fn a_page_knows_where_it_stands() {
    let workbook = polyglot();
    let site = workbook.build();
    site.assert_has(
        "2/index.html",
        "<a href=\"../2/index.html\" aria-current=\"page\"><span class=\"number\">1</span> Two</a>",
    );
    site.assert_has("2/index.html", "<a rel=\"prev\" href=\"../index.html\">");
    site.assert_has("2/index.html", "<a rel=\"next\" href=\"../2/three.html\">");
    site.assert_has("2/index.html", "<title>Two · Async Rust, Cancelled</title>");
    site.assert_has_not("index.html", "rel=\"prev\"");
    site.assert_has_not("2/three.html", "rel=\"next\"");
    // Where links in Markdown lead.
    assert_eq!(site.read("one.html"), site.read("index.html"));
}

#[test]
fn the_text_speaks_its_language() {
    let workbook = polyglot();
    let site = workbook.build();
    site.assert_has("index.html", "<p class=\"note-title\">Note</p>");
    site.assert_has("ja/index.html", "<p class=\"note-title\">補足</p>");
    site.assert_has("ja/index.html", "<p>甲，乙Rust</p>");
    site.assert_has("zh/index.html", "<p>甲，乙\nRust</p>");
    site.assert_has_not("ja/index.html", "0123");
    site.assert_has("2/three.html", "<code><span class=\"k\">fn</span> f() {}</code>");
}

#[test]
fn an_address_that_leads_nowhere_is_answered_in_all_languages() {
    let workbook = polyglot();
    workbook.write("book.toml", &format!("{CONFIG}site-url = \"https://example.org/b\"\n"));
    let site = workbook.build();
    for language in ["<section lang=\"en\"><h1>", "<section lang=\"zh-Hans\"><h2>"] {
        site.assert_has("404.html", language);
    }
    site.assert_has("404.html", "href=\"/b/zh/index.html\"");
    site.assert_has("404.html", "href=\"/b/theme/page.css\"");
}

#[test]
fn what_book_toml_does_not_say_is_not_made_up() {
    let workbook = polyglot();
    let site = workbook.build();
    for part in ["canonical", "Edit this page", "Source code"] {
        site.assert_has_not("2/three.html", part);
    }
    let more = "site-url = \"https://example.org/b/\"\n\
                git-repository-url = \"https://example.org/git\"\n\
                edit-url-template = \"https://example.org/edit/{path}\"\n";
    workbook.write("book.toml", &format!("{CONFIG}{more}"));
    let site = workbook.build();
    site.assert_has(
        "ru/2/index.html",
        "<link rel=\"canonical\" href=\"https://example.org/b/ru/2/\">",
    );
    site.assert_has("ru/2/index.html", "hreflang=\"x-default\" href=\"https://example.org/b/2/\"");
    site.assert_has("ru/2/index.html", "href=\"https://example.org/edit/book/ru/2/index.md\"");
    site.assert_has("ru/2/index.html", "href=\"https://example.org/git\"");
}

#[test]
fn mdbook_gets_the_same_site_and_pages_that_reload() {
    let workbook = polyglot();
    let built = workbook.build();
    let config = Config::from_disk(workbook.root().join("book.toml")).unwrap();
    let render = |config: Config| {
        let dest = workbook.root().join("target/other");
        let context = RenderContext::new(workbook.root(), Book::new(), config, &dest);
        book::render(&*serde_json::to_vec(&context).unwrap()).unwrap();
        Site(dest)
    };
    let site = render(config.clone());
    assert_eq!(site.files(), built.files());
    assert_eq!(site.read("ja/2/index.html"), built.read("ja/2/index.html"));

    // What `mdbook serve` adds.
    let mut served = config;
    served.set("output.html.live-reload-endpoint", "__livereload").unwrap();
    served.set("output.html.site-url", "/").unwrap();
    render(served)
        .assert_has("ja/2/index.html", "../../theme/reload.js\" data-endpoint=\"__livereload\"");
}

#[test]
fn a_site_goes_where_it_is_asked_to_and_brings_its_figures() {
    let workbook = Workbook::new(
        "# One\n\n<figure><img src=\"f/a.svg\" alt=\"A\"></figure>\n\n{{#include ../listings/a.rs:a}}\n",
    );
    workbook.write("book/en/f/a.svg", "<svg/>");
    let dest = workbook.root().join("target/other");
    let site = Site(book::build(workbook.root(), Some(&dest), false).unwrap());
    assert_eq!(site.0, dest);
    assert_eq!(site.read("f/a.svg"), "<svg/>");
    site.assert_has("index.html", "fn a()");
    assert!(!workbook.root().join("target/book").exists());
}
