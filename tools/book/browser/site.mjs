// The built site as files: where it is, which languages and pages it has, what they say.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export const repository = resolve(here, "../../..");

// `SITE=folder`, or where `cargo run -p book -- build` puts it.
export function siteFolder() {
  const candidates = process.env.SITE
    ? [resolve(process.env.SITE)]
    : [join(repository, "target/book/html"), join(repository, "target/book")];
  const found = candidates.find((folder) => existsSync(join(folder, "index.html")));
  if (!found)
    throw new Error(`no index.html in ${candidates.join(" or ")}: cargo run -p book -- build`);
  return found;
}

const attribute = (tag, name) => new RegExp(`\\b${name}="?([^"\\s>]*)`).exec(tag)?.[1];

// From the links of the switcher on the first page: nothing here knows which languages there are.
// Returns [{ tag, folder }], where folder is relative to the site and ends with `/`, or is empty.
export function languages(site) {
  const html = readFileSync(join(site, "index.html"), "utf8");
  const found = new Map([[attribute(/<html[^>]*>/.exec(html)[0], "lang"), ""]]);
  for (const [tag] of html.matchAll(/<a\b[^>]*\bhreflang=[^>]*>/g)) {
    const folder = posix.dirname(
      attribute(tag, "href").replace(/#.*/, "").replace(/\/$/, "/index.html"),
    );
    found.set(attribute(tag, "hreflang"), folder === "." ? "" : `${folder.replace(/^\.\//, "")}/`);
  }
  return [...found].map(([tag, folder]) => ({ tag, folder }));
}

// Paths of the pages of a language, relative to the site; the first page also has a second address, which is left out.
export function pages(site, language) {
  const sameFile = (a, b) => readFileSync(join(site, a)).equals(readFileSync(join(site, b)));
  const others = languages(site).filter(
    (other) => other.folder && other.folder !== language.folder,
  );
  return readdirSync(join(site, language.folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) =>
      relative(site, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .filter(
      (path) =>
        !others.some(
          ({ folder }) => path.startsWith(folder) && !language.folder.startsWith(folder),
        ),
    )
    .filter((path) => posix.basename(path) !== "404.html")
    .filter(
      (path) =>
        path === `${language.folder}index.html` || !sameFile(path, `${language.folder}index.html`),
    )
    .sort();
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

// What a reader can read on a page, taken from it as plainly as possible: this judges the search,
// so it shares nothing with it.
export function pageText(html) {
  const main = html.slice(html.indexOf("<main"), html.lastIndexOf("</main>"));
  return main
    .replace(/^<main[^>]*>/, "")
    .replace(/<!--[^]*?-->/g, "")
    .replace(/<(script|style|svg|nav|button|template)\b[^]*?<\/\1>/g, "")
    .replace(/<\/?(a|abbr|b|cite|code|em|i|kbd|mark|small|span|strong|sub|sup|wbr)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
      name
        ? (ENTITIES[name] ?? all)
        : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    );
}
