// What readers search for, and how a result is judged.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pageText, pages } from "./site.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "queries");

// `queries/ru.json`: [{ query, about, forms? }]. `about` is the page that the reader wants, without `.html`;
// `forms` are other spellings that must be found too, and a page that has one of them counts as containing the query.
export function queries(name) {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export const languagesWithQueries = () =>
  readdirSync(folder).map((file) => file.replace(".json", ""));

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\u00ad/g, "");

// Does a text contain a query? Latin and Cyrillic from the beginning of a word; Han and kana anywhere, without regard
// to spaces, which some put beside Latin words.
export function contains(text, query) {
  if (WIDE.test(query))
    return plain(text).replace(/\s/g, "").includes(plain(query).replace(/\s/g, ""));
  const wanted = plain(query).trim().replace(/\s+/g, " ");
  const read = plain(text).replace(/\s+/g, " ");
  for (let at = read.indexOf(wanted); at >= 0; at = read.indexOf(wanted, at + 1)) {
    const inWord =
      /[\p{L}\p{N}]/u.test(wanted[0]) &&
      /[\p{L}\p{N}]/u.test(read[at - 1] ?? "") &&
      !WIDE.test(read[at - 1]);
    if (!inWord) return true;
  }
  return false;
}

// The pages of a language with their text, named as in `about`.
export function readPages(site, language) {
  return pages(site, language).map((path) => ({
    name: path.slice(language.folder.length).replace(/\.html$/, ""),
    text: pageText(readFileSync(join(site, path), "utf8")),
  }));
}

// `found` are names of pages in the order of the results.
export function judge({ query, about, forms = [] }, found, all) {
  const expected = all.filter(({ text }) => [query, ...forms].some((form) => contains(text, form)));
  return {
    query,
    about,
    expected: expected.map(({ name }) => name),
    missing: expected.map(({ name }) => name).filter((name) => !found.includes(name)),
    position: found.indexOf(about) + 1, // 0: not found
    found: found.length,
  };
}
