// The engine of the search, on the pages of the built book.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadData, loadEngine } from "./engine.mjs";
import { judge, queries, readPages } from "./queries.mjs";
import { languages, siteFolder } from "./site.mjs";

const engine = loadEngine();
const book = (pages, language = "en") => engine.prepare(pages, language);
const page = (path, title, ...sections) => ({
  path,
  title,
  sections: sections.map(([id, heading, text]) => ({ id, heading, text })),
});
const found = (prepared, query) =>
  engine.search(prepared, query).results.map(({ page }) => page.path);

const site = siteFolder();

for (const language of languages(site)) {
  const html = readFileSync(join(site, language.folder, "index.html"), "utf8");
  const name = /data-lang="([^"-]*)/.exec(html)[1];
  const wanted = queries(name);
  const data = join(site, language.folder, "search-data.js");

  test(`${name}: there are queries and data`, () => {
    assert.ok(wanted, `write queries/${name}.json: 20 queries that readers would type`);
    assert.ok(wanted.length >= 20, `queries/${name}.json has only ${wanted.length} queries`);
    assert.ok(existsSync(data), `the build has written no ${data}`);
  });

  const all = readPages(site, language);
  const prepared = book(existsSync(data) ? loadData(data) : [], name);

  test(`${name}: every page is in the data`, () => {
    const inData = prepared.pages.map(({ page }) => page.path.replace(/\.html$/, ""));
    const missing = all.map((page) => page.name).filter((page) => !inData.includes(page));
    assert.deepEqual(missing, []);
  });

  for (const wish of wanted ?? []) {
    test(`${name}: ${wish.query}`, () => {
      const { results, partly } = engine.search(prepared, wish.query);
      const names = results.map(({ page }) => page.path.replace(/\.html$/, ""));
      const verdict = judge(wish, names, all);
      assert.deepEqual(verdict.missing, [], "these pages contain the query and were not found");
      assert.ok(
        verdict.position >= 1 && verdict.position <= 3,
        `${wish.about} is what it is about, and has place ${verdict.position} of: ${names.join(", ")}`,
      );
      assert.ok(
        !partly || !verdict.expected.length,
        "pages with all of it exist, and parts were searched",
      );
    });
  }
}

test("a word is found in its other forms, and not in other words", () => {
  const english = book([
    page("a", "", ["", "", "The lease was cancelled."]),
    page("b", "", ["", "", "At least."]),
  ]);
  assert.deepEqual(found(english, "leases"), ["a"]);
  assert.deepEqual(found(english, "canceling"), ["a"]);
  assert.deepEqual(found(english, "celled"), []);
  const russian = book(
    [
      page("a", "", [
        "",
        "",
        "Задача отменена, несколько точек отмены, тайм-аута нет. Безопасная, на часах.",
      ]),
    ],
    "ru",
  );
  for (const query of [
    "отменить задачи",
    "отменённых",
    "точка отмены",
    "точками",
    "таймаут",
    "тайм-аут",
    "безопасность",
    "часы",
  ]) {
    assert.deepEqual(found(russian, query), ["a"], query);
    assert.equal(engine.search(russian, query).partly, false, query);
  }
});

test("an identifier is found whole and by its parts", () => {
  const prepared = book([
    page("a", "", ["", "", "JoinHandle::abort, CancellationToken, cancel_after, tokio::select!"]),
  ]);
  for (const query of [
    "JoinHandle::abort",
    "joinhandle",
    "handle abort",
    "Token",
    "cancellation token",
    "cancel_after",
    "after",
    "select!",
    "tokio::select",
    "SELECT",
  ]) {
    assert.deepEqual(found(prepared, query), ["a"], query);
  }
  assert.deepEqual(found(prepared, "oken"), []);
});

test("Japanese and Chinese are found inside of a run, with any spaces and widths", () => {
  const text = "スケジューラがタスクを取り消すと、futureは中断中のままです。";
  const japanese = book([page("a", "", ["", "", text])], "ja");
  for (const query of [
    "スケジューラー",
    "ｽｹｼﾞｭｰﾗ",
    "ＦＵＴＵＲＥ",
    "futureは中断",
    "future は 中断",
    "取り消した",
    "タスクの取り消し",
  ]) {
    assert.deepEqual(found(japanese, query), ["a"], query);
    assert.equal(engine.search(japanese, query).partly, false, query);
  }
  const chinese = book(
    [page("a", "", ["", "", "取消一个 future 就是丢弃它，守卫随之析构。"])],
    "zh",
  );
  for (const query of ["取消", "丢弃", "future就是", "取消future", "守卫的析构", "什么是守卫"]) {
    assert.deepEqual(found(chinese, query), ["a"], query);
    assert.equal(engine.search(chinese, query).partly, false, query);
  }
});

test("an entry of a glossary is found by its word and by what stands in brackets behind it", () => {
  const often = page("often", "", ["often", "ガード、guard", "ガード ガード ガード guard guard guard"]);
  const glossary = page("glossary", "", ["guard", "ガード（guard）", "何かを元に戻す値。"]);
  const japanese = book([often, glossary], "ja");
  for (const query of ["ガード", "guard", "ガード（guard）"]) {
    assert.deepEqual(found(japanese, query), ["glossary", "often"], query);
  }
});

test("if no page has all of it, pages with the most of it are found, and that is said", () => {
  const prepared = book(
    [page("a", "", ["", "", "取消令牌"]), page("b", "", ["", "", "别的"])],
    "zh",
  );
  const { results, partly, words } = engine.search(prepared, "取消令箭");
  assert.deepEqual(
    [results.map(({ page }) => page.path), partly, words],
    [["a"], true, "取消 消令 令箭"],
  );
  assert.equal(engine.search(prepared, "没有").results.length, 0);
});

test("a sign that stands alone is meant", () => {
  const prepared = book([
    page("a", "", ["", "", "let x = 1;"]),
    page("b", "", ["", "", "let _ = save();"]),
  ]);
  assert.deepEqual(found(prepared, "let _ ="), ["b"]);
  assert.deepEqual(found(prepared, "_"), ["b"]);
});

test("nothing is found for nothing", () => {
  const prepared = book([page("a", "", ["", "", "text"])]);
  for (const query of ["", "   ", "　"])
    assert.equal(engine.search(prepared, query).results.length, 0);
});

test("marks stand where the words are, whatever folding does to the text", () => {
  const marks = (text, query, language = "en") =>
    engine
      .ranges(text, query, language)
      .map(([start, end]) => text.slice(start, end))
      .join("|");
  assert.equal(marks("Why not … use timeout?", "timeout"), "timeout");
  assert.equal(marks("ﾀｽｸをﾄﾞﾛｯﾌﾟする", "ドロップ", "ja"), "ﾄﾞﾛｯﾌﾟ");
  assert.equal(
    marks("Ещё один тайм-аут, тайм-ауты", "таймаут еще", "ru"),
    "Ещё|тайм-аут|тайм-ауты",
  );
  assert.equal(marks("let _ = a; let b", "let _ =", "en"), "let _ =");
  assert.equal(marks("a\n   waker  and  a waker", "waker", "en"), "waker|waker");
  assert.equal(marks("der Weg zum канал", "каналов", "ru"), "канал");
  assert.equal(marks("the İstanbul waker", "waker", "en"), "waker");
});

test("a teaser shows the words and marks them", () => {
  const text = `${"some words before ".repeat(20)}and the waker at last\n${"some after ".repeat(20)}`;
  const teaser = engine.teaser(text, "waker", "en");
  assert.equal(
    teaser.marks.map(([start, end]) => teaser.text.slice(start, end)).join("|"),
    "waker",
  );
  assert.match(teaser.text, /^….*…$/);
});

test("no query is too strange", () => {
  const prepared = book([page("a", "T", ["x", "H", "a-b c_d e::f «г» 取消 ｶﾞ … 𠮷 👩‍👩‍👧 i̇ &<>"])]);
  const parts = [
    ..."a-_:.*+?^$(){}[]|\\/ «г» 取消ｶﾞー々…𠮷\u0301\u200dİß👩‍👧\ud83d",
    "\n",
    "the",
    "Ab",
    "ек",
  ];
  let seed = 1;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  for (let i = 0; i < 3000; i++) {
    const query = Array.from({ length: 1 + random(6) }, () => parts[random(parts.length)]).join("");
    const { words, results } = engine.search(prepared, query);
    const text = prepared.pages[0].page.sections[0].text;
    for (const [start, end] of engine.ranges(text, results.length ? words : query, "ja")) {
      assert.ok(start >= 0 && start < end && end <= text.length, `${query}: ${start}..${end}`);
    }
    engine.teaser(text, query, "zh");
  }
});
