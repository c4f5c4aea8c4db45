use crate::workbook::{Site, Workbook};

const SUMMARY: &str = "[One](one.md)\n\n- [Two](2/index.md)\n  - [Three](2/three.md)\n";

/// An introduction, a lesson and an exercise, in English and Chinese.
fn workbook() -> Workbook {
    let workbook = Workbook::new("# One\n\nText.\n");
    for language in ["en", "zh"] {
        let page = |path: &str| format!("book/{language}/{path}");
        workbook.write(&page("SUMMARY.md"), SUMMARY);
        workbook.write(&page("one.md"), "# One\n\nText.\n");
        workbook.write(&page("2/index.md"), "# Two\n\nText.\n");
        workbook.write(&page("2/three.md"), "# Three\n\nText.\n");
    }
    workbook
}

fn pages(site: &Site) -> Vec<String> {
    site.files().into_iter().filter(|file| file.ends_with(".html")).collect()
}

#[test]
fn a_site_that_is_published_has_nothing_of_the_live_edition() {
    let workbook = workbook();
    let site = workbook.build();
    assert!(site.files().iter().all(|file| !file.contains("live")), "{:?}", site.files());
    for page in pages(&site) {
        for part in ["live", "go-on"] {
            site.assert_has_not(&page, part);
        }
    }
}

#[test]
fn the_page_of_an_exercise_has_a_panel_right_below_its_title() {
    let workbook = workbook();
    let site = workbook.build_live();
    for (page, title) in
        [("2/three.html", "The check of your code"), ("zh/2/three.html", "代码检查")]
    {
        let text = site.read(page);
        let (_, below) = text.split_once("</h1>").unwrap();
        assert!(below.starts_with("<section id=\"live\" "), "{below}");
        site.assert_has(page, "data-exercise=\"2/three\" aria-labelledby=\"live-title\"");
        site.assert_has(page, &format!("<h2 id=\"live-title\" class=\"unseen\">{title}</h2>"));
    }
    for page in ["index.html", "2/index.html", "zh/index.html"] {
        site.assert_has_not(page, "<section");
    }
}

#[test]
fn every_page_listens_and_knows_where_to_go_on() {
    let workbook = workbook();
    let site = workbook.build_live();
    for page in pages(&site).iter().filter(|page| *page != "404.html") {
        site.assert_has(page, "theme/live.css\">");
        site.assert_has(page, "search.js\"></script><link");
        site.assert_has(page, "<nav class=\"contents\" ");
        let links = site.read(page).matches("<p class=\"go-on live scripted\">").count();
        let introduction = !page.contains("2/");
        assert_eq!(links, if introduction { 2 } else { 1 }, "{page}");
    }
    site.assert_has_not("404.html", "live");
}

#[test]
fn a_live_edition_differs_in_nothing_else() {
    let workbook = workbook();
    let without = |mut page: String| {
        for (start, end) in [
            ("<link rel=\"stylesheet\" href=\"../theme/live.css\">", "</script>"),
            ("<p class=\"go-on live", "</p>"),
            ("<section id=\"live\"", "</section>"),
            ("<template id=\"live-words\"", "</template>"),
        ] {
            let at = page.find(start).unwrap();
            let length = page[at..].find(end).unwrap() + end.len();
            page.replace_range(at..at + length, "");
        }
        page
    };
    let published = workbook.build().read("2/three.html");
    assert_eq!(without(workbook.build_live().read("2/three.html")), published);
}
