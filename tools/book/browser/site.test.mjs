// The built site as readers use it: by keyboard, by mouse, by input method, on a telephone, from a disk, without scripts.

import axe from "axe-core";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path/posix";
import { after, before, describe, test } from "node:test";
import { complaints, fileRoot, launch, serve } from "./browser.mjs";
import { queries } from "./queries.mjs";
import { languages, pages, siteFolder } from "./site.mjs";

const site = siteFolder();
const editions = languages(site).map((language) => ({
  ...language,
  name: language.tag.replace(/-.*/, ""),
  pages: pages(site, language),
}));
const everyPage = editions.flatMap((edition) => edition.pages);
const DESK = { width: 1280, height: 800 };
const TELEPHONE = { width: 360, height: 740 };

let browser;
let http;
const roots = {};

before(async () => {
  browser = await launch();
  http = await serve(site);
  roots.http = http.root;
  roots.file = fileRoot(site);
});

after(async () => {
  await browser?.close();
  await http?.close();
});

// A page in a profile of its own.
async function withPage(options, work) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  context.setDefaultTimeout(5000);
  try {
    const page = await context.newPage();
    return await work(page, context);
  } finally {
    await context.close();
  }
}

// Many pages, one after the other, as many at once as there are processors. `work` is given a page of the browser and
// returns what is to be done with each page of the book.
async function visit(names, options, work) {
  const left = [...names];
  const one = () =>
    withPage(options, async (page) => {
      const look = work(page);
      try {
        while (left.length) await look(left.shift());
      } catch (error) {
        left.length = 0; // The others need not go on.
        throw error;
      }
    });
  await Promise.all(Array.from({ length: availableParallelism() }, one));
}

const editionOf = (name) => editions.find(({ pages }) => pages.includes(name));
const path = (edition, name) =>
  edition.pages.find((page) => page === `${edition.folder}${name}.html`) ?? edition.pages[0];
// Whether a page of `from` is translated into the language of `to`.
const isIn = (page, from, to) =>
  to.pages.includes(to.folder + page.slice(from.folder.length));
const dropped = (edition) => path(edition, "01_dropping/index");
const withHints = (edition) => path(edition, "01_dropping/undead_future");
const focused = (page) =>
  page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

describe("every page", () => {
  for (const over of ["http", "file"]) {
    test(`opens over ${over} without an error, a lost request, another host or a breach of the policy`, async () => {
      await visit(everyPage, {}, (page) => {
        const found = complaints(page, roots[over]);
        return async (each) => {
          await page.goto(roots[over] + each, { waitUntil: "load" });
          assert.equal(await page.getAttribute("html", "lang"), editionOf(each).tag, each);
          assert.ok((await page.innerText("main h1")).trim(), `${each} has no heading`);
          assert.deepEqual(found.splice(0), [], each);
        };
      });
    });
  }

  test("has a policy, which forbids code inside of the page", () => {
    for (const each of everyPage) {
      const csp = /http-equiv="Content-Security-Policy"/;
      const [policy] = attributes(read(each), "meta", "content", csp);
      assert.match(policy, /script-src 'self'/, each);
      assert.doesNotMatch(policy, /unsafe/, each);
    }
  });

  test("names its translations, all of which exist, in its head and in its menu", () => {
    for (const each of everyPage) {
      const html = read(each);
      const [menu] = /<details class="menu">.*?<\/details>/s.exec(html);
      for (const other of editions) {
        const language = new RegExp(`hreflang="${other.tag}"`);
        const own = other.folder + each.slice(editionOf(each).folder.length);
        const expected = isIn(each, editionOf(each), other) ? [own] : [];
        const places = (part, tag) =>
          attributes(part, tag, "href", language).map((href) => join(dirname(each), href));
        assert.deepEqual(places(html, "link"), expected, `${each}: ${other.tag}`);
        if (expected.length) assert.deepEqual(places(menu, "a"), expected, `${each}: ${other.tag}`);
      }
      assert.equal(attributes(html, "link", "href", /hreflang="x-default"/).length, 1, each);
    }
  });

  test("has the languages in a circle: the last link leads back to the same page", async () => {
    const circle = [...editions.slice(1), editions[0]];
    const names = [editions[0].pages[0], dropped(editions[0]), withHints(editions[0])];
    await visit(names, {}, (page) => async (each) => {
      await page.goto(roots.http + each);
      for (const next of circle) {
        await page.click("details.menu summary");
        await page.click(`details.menu a[hreflang="${next.tag}"]`);
        await page.waitForLoadState();
        assert.equal(await page.getAttribute("html", "lang"), next.tag, `from ${each}`);
        assert.equal(
          page.url(),
          roots.http + next.folder + each.slice(editions[0].folder.length),
        );
      }
    });
  });

  test("does not scroll sideways on a telephone, nor with everything unfolded", async () => {
    await visit(everyPage, { viewport: TELEPHONE }, (page) => async (each) => {
      await page.goto(roots.http + each);
      for (const unfold of [false, true]) {
        if (unfold)
          await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        assert.ok(width <= TELEPHONE.width, `${each} is ${width} wide, unfolded: ${unfold}`);
      }
    });
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`is accessible in ${colorScheme}: WCAG 2.2 A and AA, and good practice`, async () => {
      await visit(everyPage, { colorScheme }, (page) => async (each) => {
        await page.goto(roots.http + each);
        await page.$$eval("main details", (all) =>
          all.forEach((details) => (details.open = true)),
        );
        assert.deepEqual(await violations(page), [], each);
      });
    });
  }

  test("is accessible on a telephone, with the contents and the menu unfolded", async () => {
    const names = editions.flatMap((edition) => [edition.pages[0], withHints(edition)]);
    await visit(names, { viewport: TELEPHONE }, (page) => async (each) => {
      await page.goto(roots.http + each);
      await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
      assert.deepEqual(await violations(page), [], each);
    });
  });
});

const read = (page) => readFileSync(join(site, page), "utf8");

// Of the elements whose tag has `mark` in it, the values of an attribute.
function attributes(html, element, name, mark) {
  const tags = html.match(new RegExp(`<${element} [^>]*>`, "g")) ?? [];
  const value = new RegExp(` ${name}="([^"]*)"`);
  return tags.filter((tag) => mark.test(tag)).map((tag) => value.exec(tag)[1]);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function violations(page) {
  await page.evaluate(`(() => { const define = undefined; ${axe.source} })()`);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run({ runOnly: { type: "tag", values } }),
    TAGS,
  );
  return violations.map(
    ({ id, impact, nodes }) => `${impact} ${id} ×${nodes.length}: ${nodes[0].html.slice(0, 120)}`,
  );
}

describe("the reader's choices", () => {
  test("a theme stays over pages and languages, and is there before anything is drawn", async () => {
    await withPage({ colorScheme: "light" }, async (page) => {
      await page.goto(roots.http + editions[0].pages[0]);
      const light = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      await page.selectOption("#theme", "dark");
      const dark = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      assert.notEqual(dark, light);
      for (const edition of editions) {
        await page.goto(roots.http + dropped(edition));
        assert.equal(await page.inputValue("#theme"), "dark");
        assert.equal(
          await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
          dark,
        );
      }
      await page.selectOption("#theme", "auto");
      await page.reload();
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
        light,
      );
    });
  });
});

describe("the keyboard", () => {
  for (const [where, viewport] of Object.entries({ "a desk": DESK, "a telephone": TELEPHONE })) {
    test(`reaches everything by Tab on ${where}, and shows where it is`, async () => {
      await withPage({ viewport }, async (page) => {
        for (const edition of editions) {
          await page.goto(roots.http + withHints(edition));
          await page.waitForTimeout(100); // What scrolls is found after the layout.
          const wanted = await page.evaluate(() => {
            const all = document.querySelectorAll(
              "a[href], button, input, select, summary, [tabindex='0']",
            );
            const shown = [...all].filter(
              (element) => element.checkVisibility() && !element.closest("dialog:not([open])"),
            );
            shown.forEach((element, i) => (element.dataset.stop = i));
            return shown.map((element) => element.outerHTML.slice(0, 80));
          });
          const reached = new Set();
          for (let i = 0; i < wanted.length + 5; i++) {
            await page.keyboard.press("Tab");
            const [stop, visible] = await page.evaluate(() => {
              const element = document.activeElement;
              const { outlineStyle, outlineWidth } = getComputedStyle(element);
              return [
                element.dataset.stop,
                outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
              ];
            });
            if (stop === undefined) continue;
            reached.add(Number(stop));
            assert.ok(visible, `no outline on ${wanted[stop]}`);
          }
          assert.deepEqual(
            wanted.filter((_, i) => !reached.has(i)),
            [],
          );
        }
      });
    });
  }

  test("unfolds a hint: Tab to it, Enter", async () => {
    await withPage({}, async (page) => {
      for (const edition of editions) {
        await page.goto(roots.http + withHints(edition));
        const hint = page.locator("main details.hint").first();
        for (let i = 0; i < 100; i++) {
          await page.keyboard.press("Tab");
          if (
            await hint.evaluate((details) => details.firstElementChild === document.activeElement)
          )
            break;
        }
        assert.equal(await hint.evaluate((details) => details.open), false);
        await page.keyboard.press("Enter");
        assert.equal(await hint.evaluate((details) => details.open), true);
        assert.ok(await hint.locator("p").first().isVisible());
      }
    });
  });

  test("has keys of its own, which can be turned off", async () => {
    await withPage({}, async (page) => {
      await page.goto(roots.http + dropped(editions[0]));
      for (const key of ["/", "s"]) {
        await page.keyboard.press(key);
        assert.ok(await page.isVisible("#search"), key);
        assert.equal(await page.inputValue("#search-words"), "");
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("ArrowRight");
      await page.waitForURL((url) => !url.pathname.endsWith(dropped(editions[0])));
      await page.keyboard.press("?");
      assert.ok(await page.isVisible("#keys"));
      await page.uncheck("#keys-enabled");
      await page.keyboard.press("Escape");
      await page.reload();
      await page.keyboard.press("/");
      assert.equal(await page.isVisible("#search"), false);
    });
  });
});

describe("paper", () => {
  test("has all that is folded away, and nothing to click", async () => {
    await withPage({}, async (page) => {
      for (const edition of editions) {
        await page.goto(roots.http + withHints(edition));
        await page.emulateMedia({ media: "print" });
        const hidden = await page.$$eval("main details > :not(summary)", (all) =>
          all
            .filter((element) => !element.checkVisibility() || !element.getClientRects().length)
            .map((element) => element.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(hidden, []);
        for (const control of ["body > header", "nav.contents", "nav.steps", "#keys-open"]) {
          assert.equal(await page.isVisible(control), false, control);
        }
        await page.emulateMedia({ media: null });
      }
    });
  });
});

describe("without scripts", () => {
  for (const over of ["http", "file"]) {
    test(`text, languages and hints work over ${over}, and nothing is offered that does not`, async () => {
      await withPage({ javaScriptEnabled: false }, async (page) => {
        for (const edition of editions) {
          await page.goto(roots[over] + withHints(edition));
          for (const control of await page
            .locator(".scripted, #search, #search-unmark, .copy")
            .all()) {
            assert.equal(await control.isVisible(), false, await control.textContent());
          }
          const hint = page.locator("main details.hint").first();
          await hint.locator("summary").click();
          assert.ok(await hint.locator("p").first().isVisible());
          await page.click("nav.contents a[href$='glossary.html']").catch(async () => {
            await page.click("nav.contents summary");
            await page.click("nav.contents a[href$='glossary.html']");
          });
          for (const next of editions) {
            await page.click("details.menu summary");
            await page.click(`details.menu a[hreflang="${next.tag}"]`);
            assert.equal(page.url(), `${roots[over]}${next.folder}glossary.html`);
          }
        }
      });
    });
  }
});

describe("the search", () => {
  const status = (page) => page.textContent("#search-status");
  async function results(page) {
    await page.waitForSelector("#search-results[aria-busy=false]", { state: "attached" });
    const hrefs = (links) => links.map((link) => link.getAttribute("href"));
    return page.$$eval("#search-results a", hrefs);
  }

  async function openSearch(page, url) {
    await page.goto(url);
    await page.keyboard.press("/");
    await page.waitForSelector("#search[open]");
    assert.equal(await focused(page), "search-words");
  }

  // What a reader does: type, go down, Enter.
  async function follow(page, text) {
    await page.keyboard.insertText(text);
    await page.waitForFunction(() => document.querySelector("#search-results a"));
    await page.keyboard.press("ArrowDown");
    const href = await page.evaluate(() => document.activeElement.href);
    await page.keyboard.press("Enter");
    await page.waitForURL(href);
    await page.waitForLoadState();
  }

  for (const edition of editions) {
    for (const over of ["http", "file"]) {
      test(`${edition.name} over ${over}: typed words lead to a page where they are marked`, async () => {
        await withPage({}, async (page) => {
          const found = complaints(page, roots[over]);
          for (const { query } of queries(edition.name).slice(0, over === "http" ? 20 : 5)) {
            await openSearch(page, roots[over] + dropped(edition));
            await follow(page, query);
            assert.ok(
              (await page.locator("main mark.search-mark").count()) > 0,
              `nothing is marked for ${query}`,
            );
            assert.deepEqual(found.splice(0), [], query);
          }
        });
      });
    }

    test(`${edition.name}: an input method has its keys to itself, and is searched when it is done`, async () => {
      await withPage({}, async (page, context) => {
        const url = roots.http + dropped(edition);
        const { query } = queries(edition.name).find(({ query }) => /^\p{L}+$/u.test(query));
        const devtools = await context.newCDPSession(page);
        await openSearch(page, url);
        await page.keyboard.insertText("tokio ");
        await page.waitForSelector("#search-results a");
        const before = await results(page);
        for (let length = 1; length <= [...query].length; length++) {
          const text = [...query].slice(0, length).join("");
          await devtools.send("Input.imeSetComposition", {
            text,
            selectionStart: text.length,
            selectionEnd: text.length,
          });
        }
        assert.equal(await page.inputValue("#search-words"), `tokio ${query}`);
        for (const key of ["Enter", "ArrowDown", "Escape"]) {
          // As browsers send them during a composition.
          await page.dispatchEvent("#search-words", "keydown", {
            key,
            isComposing: true,
            bubbles: true,
            cancelable: true,
          });
        }
        await page.waitForTimeout(100);
        assert.equal(page.url(), url);
        assert.equal(await focused(page), "search-words");
        assert.deepEqual(
          await results(page),
          before,
          "it was searched for what is not written yet",
        );
        await devtools.send("Input.insertText", { text: query });
        await page.waitForFunction(
          (old) => document.querySelector("#search-results a")?.getAttribute("href") !== old,
          before[0],
        );
        assert.equal(await page.inputValue("#search-words"), `tokio ${query}`);
        assert.match(await status(page), /\d/);
      });
    });
  }

  test("arrows, Enter and Escape work, and the focus goes back to where it was", async () => {
    await withPage({}, async (page) => {
      await page.goto(roots.http + dropped(editions[0]));
      await page.focus("#search-open");
      await page.keyboard.press("Enter");
      await page.keyboard.type("future");
      await page.waitForFunction(() => document.querySelectorAll("#search-results a").length > 2);
      const links = await results(page);
      const current = () =>
        page.evaluate(
          () => document.activeElement.getAttribute("href") ?? document.activeElement.id,
        );
      await page.keyboard.press("ArrowDown");
      assert.equal(await current(), links[0]);
      await page.keyboard.press("ArrowDown");
      assert.equal(await current(), links[1]);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      assert.equal(await current(), "search-words");
      await page.keyboard.press("ArrowUp");
      assert.equal(await current(), "search-words");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      assert.equal(await page.isVisible("#search"), false);
      assert.equal(await focused(page), "search-open");
      await page.keyboard.press("/");
      assert.deepEqual(await results(page), links, "the last search is still there");
      await page.keyboard.press("Enter");
      await page.waitForURL(/highlight=future/);
    });
  });

  test("marks go with Escape and with the button, and leave the page as it was", async () => {
    await withPage({}, async (page) => {
      for (const each of [dropped(editions[0]), withHints(editions[0])]) {
        await page.goto(roots.http + each);
        const inside = () =>
          page.evaluate(() => {
            const copy = document.querySelector("main").cloneNode(true);
            copy.querySelector("#search-unmark")?.remove();
            copy.querySelectorAll("details").forEach((details) => details.removeAttribute("open"));
            // Whether a block can be scrolled, and so reached by Tab, is found out when the page is laid out.
            copy.querySelectorAll("[role=region], pre, .table").forEach((block) => {
              for (const name of ["tabindex", "role"]) block.removeAttribute(name);
            });
            return copy.innerHTML;
          });
        const original = await inside();
        for (const clear of [
          () => page.keyboard.press("Escape"),
          () => page.click("#search-unmark"),
        ]) {
          await page.goto(`${roots.http}${each}?highlight=future+poll+drop`);
          assert.ok((await page.locator("mark.search-mark").count()) > 10);
          assert.notEqual(await inside(), original);
          await clear();
          assert.equal(await page.locator("mark").count(), 0);
          assert.equal(await inside(), original);
          assert.equal(page.url(), roots.http + each);
          assert.equal(await page.isVisible("#search-unmark"), false);
        }
      }
    });
  });

  test("a result inside of a folded part unfolds that part and no other", async () => {
    await withPage({}, async (page) => {
      await page.goto(roots.http + withHints(editions[0]));
      const texts = await page.$$eval("main details.why-not", (all) =>
        all.map((details) => details.firstElementChild.textContent),
      );
      await page.keyboard.press("/");
      await page.keyboard.insertText(texts.at(-1));
      await page.waitForSelector("#search-results a[href*='open=']");
      await page.locator("#search-results a[href*='open=']").first().click();
      await page.waitForSelector("main details[open]");
      const open = await page.$$eval("main details[open]", (all) =>
        all.map((details) => details.firstElementChild.textContent),
      );
      assert.deepEqual(open, [texts.at(-1)]);
      const box = await page.locator("main details[open] summary").boundingBox();
      assert.ok(box.y >= 0 && box.y < DESK.height, "it is in view");
    });
  });

  test("a result on the page that is open leads there too", async () => {
    await withPage({}, async (page) => {
      await page.goto(roots.http + dropped(editions[0]));
      for (const index of [0, 1, 0, 0]) {
        await page.keyboard.press("/");
        await page.fill("#search-words", "poisoned panicking");
        await page.waitForSelector("#search-results a");
        const links = page.locator(
          `#search-results a[href*="/01_dropping/index.html"], #search-results a[href*="01_dropping/index.html"]`,
        );
        const link = links.nth(Math.min(index, (await links.count()) - 1));
        const href = await link.evaluate((a) => a.href);
        await link.click();
        await page.waitForURL(href);
        await page.waitForSelector("mark.search-mark");
        assert.equal(await page.isVisible("#search"), false);
      }
    });
  });

  test("hints and answers are found and not told", async () => {
    await withPage({}, async (page) => {
      await page.goto(roots.http + withHints(editions[0]));
      const [text, index] = await page.evaluate(() => {
        const hint = [...document.querySelectorAll("main details.hint")].at(-1);
        return [
          hint.querySelector("p").textContent,
          [...document.querySelectorAll("main details")].indexOf(hint),
        ];
      });
      await page.keyboard.press("/");
      await page.keyboard.insertText(text);
      const result = page.locator(`#search-results a[href*="open=${index}#"]`);
      assert.equal(await result.locator(".search-teaser").count(), 0);
      await result.click();
      await page.waitForSelector("main details.hint[open] mark.search-mark");
    });
  });

  test("says what it found, also if that is nothing or cannot be", async () => {
    await withPage({}, async (page, context) => {
      await openSearch(page, roots.http + editions[0].pages[0]);
      assert.equal(await page.getAttribute("#search-status", "role"), "status");
      await page.fill("#search-words", "qqqqqq");
      await page.waitForFunction(
        () =>
          document.getElementById("search-status").textContent ===
          document.getElementById("search").dataset.nothing,
      );
      await page.fill("#search-words", "");
      await page.waitForFunction(() => document.getElementById("search-status").textContent === "");
      await context.route("**/search-data.js", (route) => route.abort());
      await openSearch(page, roots.http + editions[0].pages[0]);
      await page.keyboard.insertText("future");
      await page.waitForFunction(
        () =>
          document.getElementById("search-status").textContent ===
          document.getElementById("search").dataset.failed,
      );
      await context.unroute("**/search-data.js");
      await page.keyboard.insertText("s");
      await page.waitForSelector("#search-results a");
    });
  });

  for (const colorScheme of ["light", "dark"]) {
    test(`its dialog and its marks are accessible in ${colorScheme}, and fit a telephone`, async () => {
      await withPage({ colorScheme, viewport: TELEPHONE }, async (page) => {
        for (const edition of editions) {
          await openSearch(page, roots.http + dropped(edition));
          await page.keyboard.insertText("future");
          await page.waitForSelector("#search-results a");
          assert.deepEqual(await violations(page), [], edition.name);
          const box = await page.locator("#search").boundingBox();
          assert.ok(
            box.x >= 0 &&
              box.x + box.width <= TELEPHONE.width &&
              box.y + box.height <= TELEPHONE.height,
            JSON.stringify(box),
          );
          const wide = await page.$eval(
            "#search-results",
            (list) => list.scrollWidth > list.clientWidth,
          );
          assert.equal(wide, false, "the results scroll sideways");
          await page.keyboard.press("Enter");
          await page.waitForSelector("mark.search-mark");
          assert.deepEqual(await violations(page), [], edition.name);
        }
      });
    });
  }
});
