// The live edition, as `cargo workbook` serves it. What the command says is said by the test.

import axe from "axe-core";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { complaints, fileRoot, launch, serve } from "./browser.mjs";
import { languages, pages, repository } from "./site.mjs";

const DESK = { width: 1280, height: 800 };
const TELEPHONE = { width: 360, height: 740 };
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml" };

const scratch = mkdtempSync(join(tmpdir(), "live-"));
const build = (name, ...options) => {
  const dest = join(scratch, name);
  execFileSync("cargo", ["run", "--quiet", "-p", "book", "--", "build", ...options, "--dest", dest], { cwd: repository });
  return dest;
};

// What `LIVE` and `SITE` name was built before.
const live = process.env.LIVE ?? build("live", "--live");
const published = process.env.SITE ?? build("published");
const editions = languages(live);
const words = (edition) => {
  const text = readFileSync(join(repository, "book/ui.toml"), "utf8");
  const folder = edition.folder.replace("/", "") || "en";
  const table = new RegExp(`^\\[${folder}\\.live\\]\n([^]*?)\n\n`, "m").exec(text)[1];
  return Object.fromEntries([...table.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value]));
};

// In the order of the contents, which is that of the pages that link to each other.
const order = readdirSync(join(repository, "exercises"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => [...readFileSync(join(repository, "book/en/SUMMARY.md"), "utf8").matchAll(/\((\w+\/\w+)\.md\)/g)]
    .map(([, id]) => id)
    .filter((id) => id.startsWith(`${name}/`) && !id.endsWith("/index")));
const [first, second, third] = order;

const MESSAGE = "`checkout` has returned, and no receipt was sent. <b>&amp;\n\nWhat happened, in order:\n    order 1: paid\n  ! failed here";
const LONG = Array.from({ length: 90 }, (_, line) => `  ${line} ${"event ".repeat(line % 20)}`).join("\n");
const RED = {
  state: "red",
  rules: [
    { sentence: "every order gets one receipt", outcome: "fails" },
    { sentence: "a small order is audited like a large one", outcome: "holds" },
    { sentence: "checkout does its work itself", outcome: "keeps_the_thread" },
    { sentence: "the book has payment audit and receipt in this order", outcome: "never_ends" },
    { sentence: "it is quiet", outcome: "prints_too_much" },
    { sentence: "it <i>lives</i>", outcome: "crashes" },
  ],
  message: MESSAGE,
  compiles: true,
};
const BROKEN = { state: "red", rules: [], message: `error[E0425]: cannot find value\n${LONG}`, compiles: false };
const GREEN = { state: "green", rules: RED.rules.map((rule) => ({ ...rule, outcome: "holds" })), message: "", compiles: true };
const CHECKING = { state: "checking", rules: [], message: "", compiles: true };
const NOT_STARTED = { state: "not_started", rules: [], message: "", compiles: true };

const snapshot = (states) => {
  const exercises = Object.fromEntries(order.map((id) => [id, states[id] ?? NOT_STARTED]));
  return { order, next: order.find((id) => exercises[id].state !== "green") ?? null, exercises };
};

// Serves a book and says what it is told to say, and can be gone and come back at the same address.
async function command(folder) {
  let now = snapshot({});
  let book = 1;
  let asked = 0;
  const readers = new Set();
  const event = () => `event: state\ndata: ${JSON.stringify(now)}\n\nevent: book\ndata: ${book}\n\n`;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    if (pathname === "/events") {
      asked += 1;
      readers.add(response);
      request.on("close", () => readers.delete(response));
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      return response.write(event());
    }
    const path = join(folder, decodeURIComponent(pathname).replace(/\/$/, "/index.html"));
    const body = await readFile(path).catch(() => null);
    response.writeHead(body ? 200 : 404, { "content-type": `${TYPES[extname(path)]}; charset=utf-8` }).end(body ?? "");
  });
  const start = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await start(0);
  const { port } = server.address();
  return {
    root: `http://127.0.0.1:${port}/`,
    readers,
    asked: () => asked,
    say(states) {
      now = snapshot(states);
      for (const reader of readers) reader.write(event());
    },
    publish(newer) {
      book = newer;
      for (const reader of readers) reader.write(event());
    },
    stop: () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())),
    start: () => start(port),
  };
}

let browser;
before(async () => void (browser = await launch()));
after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

// A page of a live book in a profile of its own; afterwards nothing must have gone wrong.
async function listening(options, work) {
  const workbook = await command(live);
  const context = await browser.newContext({ viewport: DESK, ...options });
  context.setDefaultTimeout(5000);
  try {
    const page = await context.newPage();
    const found = complaints(page, workbook.root);
    await work({ page, context, workbook });
    // A browser writes down that nobody was there, and a page cannot help that.
    assert.deepEqual(found.filter((each) => !/ERR_CONNECTION_REFUSED|\/events|ERR_INCOMPLETE/.test(each)), []);
  } finally {
    await context.close();
    await workbook.stop().catch(() => {});
  }
}

const address = (edition, id) => `${edition.folder}${id}.html`;
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const spoken = (sentence) => sentence.replaceAll("`", "");
const state = (page, name) => page.waitForSelector(`#live[data-state="${name}"]`);
const status = (page) => page.textContent("#live-status");
const marks = (page) =>
  page.$$eval(".contents li a[data-live]", (links) =>
    Object.fromEntries(links.filter((link) => link.querySelector(".mark")).map((link) => [
      link.getAttribute("href").replace(/^(\.\.\/)*|\.html$/g, ""),
      link.querySelector(".mark .unseen").textContent.trim(),
    ])));

async function violations(page) {
  await page.evaluate(`(() => { const define = undefined; ${axe.source} })()`);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
  return violations.map(({ id, impact, nodes }) => `${impact} ${id} ×${nodes.length}: ${nodes[0].html.slice(0, 120)}`);
}

describe("the panel", () => {
  for (const edition of editions) {
    test(`says in ${edition.tag} what the command says, and that the command is gone`, async () => {
      await listening({}, async ({ page, workbook }) => {
        const say = words(edition);
        await page.goto(workbook.root + address(edition, first));
        await state(page, "not_started");
        assert.equal(await status(page), say.not_started);
        assert.equal(await page.textContent("#live-title"), say.title);
        assert.deepEqual(await marks(page), {});

        workbook.say({ [first]: CHECKING });
        await state(page, "checking");
        assert.equal(await status(page), say.checking);

        workbook.say({ [first]: RED });
        await state(page, "red");
        assert.equal(await status(page), fill(say.red, { n: 1, all: 6 }));
        const lines = await page.$$eval("#live-rules li", (all) => all.map((line) => line.textContent));
        assert.deepEqual(lines, RED.rules.map(({ sentence, outcome }) => `${sentence} (${say[outcome]})`));
        assert.equal(await page.textContent("#live-says"), say.check_says);
        assert.equal(await page.textContent("#live-message"), MESSAGE);
        assert.equal(await page.locator("#live :is(b, i)").count(), 0, "what was sent became markup");
        assert.deepEqual(await page.$$eval("#live [lang]", (all) => [...new Set(all.map(({ lang }) => lang))]), ["en"]);
        assert.deepEqual(await marks(page), { [first]: `(${say.failing})` });

        // While it is checked again, the last verdict stays where it is.
        const box = await page.locator("#live").boundingBox();
        workbook.say({ [first]: CHECKING });
        await state(page, "checking");
        assert.deepEqual(await page.locator("#live").boundingBox(), box);
        assert.deepEqual(await marks(page), { [first]: `(${say.failing})` });

        workbook.say({ [first]: BROKEN });
        await state(page, "red");
        assert.equal(await status(page), say.does_not_compile);
        assert.equal(await page.textContent("#live-says"), say.compiler_says);

        workbook.say({ [first]: GREEN });
        await state(page, "green");
        assert.equal(await status(page), say.green);
        assert.ok(await page.isHidden("#live-message"));
        assert.deepEqual(await marks(page), { [first]: `(${say.done})` });
        const title = await page.$eval(`.contents a[href$="${second}.html"]`, (link) => link.lastChild.data.trim());
        assert.equal(await page.textContent("#live-next"), `${say.next} ${title}`);

        await workbook.stop();
        await state(page, "disconnected");
        assert.equal(await status(page), spoken(say.disconnected));
        assert.equal(await page.textContent("#live-status code"), "cargo workbook");

        workbook.say({ [first]: RED });
        await workbook.start();
        await state(page, "red");
        assert.equal(await page.locator("#live-rules li").count(), 6);
      });
    });
  }

  test("announces one line, politely, and each once", async () => {
    await listening({}, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "not_started");
      const regions = await page.$$eval("#live [aria-live], #live [role=status]", (all) => all.map((each) => [each.id, each.ariaLive]));
      assert.deepEqual(regions, [["live-status", "polite"]]);
      assert.equal(await page.locator("#live-status :is(ul, pre)").count(), 0);
      await page.evaluate(() => {
        globalThis.changes = 0;
        new MutationObserver(() => (globalThis.changes += 1)).observe(document.getElementById("live-status"), { childList: true });
      });
      for (const other of [RED, CHECKING, GREEN]) workbook.say({ [second]: other });
      workbook.say({ [first]: RED });
      await state(page, "red");
      assert.equal(await page.evaluate(() => globalThis.changes), 1);
    });
  });

  test("keeps the focus and the place in a message when it is checked again", async () => {
    await listening({}, async ({ page, workbook }) => {
      workbook.say({ [first]: BROKEN });
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "red");
      const region = page.getByRole("region", { name: words(editions[0]).compiler_says });
      await region.focus();
      await page.keyboard.press("End");
      await page.waitForFunction(() => document.getElementById("live-message").scrollTop > 100);
      for (const each of [CHECKING, BROKEN]) {
        workbook.say({ [first]: each });
        await state(page, each.state);
      }
      assert.equal(await page.evaluate(() => document.activeElement.id), "live-message");
      assert.ok((await region.evaluate((element) => element.scrollTop)) > 100);
      const url = page.url();
      await page.keyboard.press("ArrowRight");
      assert.equal(page.url(), url, "an arrow that scrolls turned the page");
      workbook.say({ [first]: RED });
      await page.waitForFunction(() => !document.getElementById("live-message").hasAttribute("tabindex"));
    });
  });

  test("shows what was last said at once on the next page, and nothing elsewhere", async () => {
    await listening({}, async ({ page, workbook }) => {
      workbook.say({ [first]: RED, [second]: GREEN });
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "red");
      await page.route("**/events", () => {}); // Never answered.
      await page.goto(workbook.root + address(editions[0], second));
      await state(page, "green");
      await page.goto(workbook.root + address(editions[0], "01_dropping/index"));
      assert.equal(await page.locator("#live").count(), 0);
      assert.equal(Object.keys(await marks(page)).length, 2);
    });
  });

  test("listens only where it is looked at", async () => {
    await listening({}, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "not_started");
      assert.equal(workbook.readers.size, 1);
      const turn = (hidden) =>
        page.evaluate((value) => {
          Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
          document.dispatchEvent(new Event("visibilitychange"));
        }, hidden);
      await turn(true);
      while (workbook.readers.size) await page.waitForTimeout(20);
      workbook.say({ [first]: GREEN });
      await page.waitForTimeout(300);
      assert.equal(await page.getAttribute("#live", "data-state"), "not_started");
      await turn(false);
      await state(page, "green");
      assert.equal(workbook.readers.size, 1);
    });
  });
});

describe("a newer book", () => {
  test("is what an open page shows, at the same place, with the same hints", async () => {
    await listening({ viewport: TELEPHONE }, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "not_started");
      await page.click("main .hint summary");
      await page.waitForFunction(() => document.querySelectorAll("main .hint:not([hidden])").length === 2);
      await page.evaluate(() => scrollTo(0, 700));
      const again = () => page.waitForFunction(() => !globalThis.seen);
      const mark = () => page.evaluate(() => void (globalThis.seen = true));
      await mark();
      workbook.publish(1);
      workbook.say({ [first]: RED });
      await state(page, "red");
      assert.ok(await page.evaluate(() => globalThis.seen), "the same book was loaded again");
      const place = await page.evaluate(() => scrollY);
      workbook.publish(2);
      await again();
      await state(page, "red");
      assert.equal(await page.locator("main .hint[open]").count(), 1);
      await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, place);

      // Built while nobody looked, perhaps by another command.
      await mark();
      await workbook.stop();
      await state(page, "disconnected");
      workbook.publish(3);
      await workbook.start();
      await again();
      await state(page, "red");
      assert.equal(await page.locator("main .hint[open]").count(), 1);
    });
  });
});

describe("the way on", () => {
  test("leads from every page to the first exercise that is not done", async () => {
    await listening({}, async ({ page, workbook }) => {
      for (const edition of editions) {
        const say = words(edition);
        workbook.say({});
        await page.goto(`${workbook.root}${edition.folder}index.html`);
        const links = page.locator(".go-on.live a");
        const label = (text) => page.waitForFunction((label) => [...document.querySelectorAll(".go-on.live span")].every((span) => span.textContent === label), text);
        await label(say.first);
        assert.equal(await links.count(), 2);
        workbook.say({ [first]: GREEN, [second]: RED });
        await label(say.go_on);
        for (const at of [0, 1]) assert.ok((await links.nth(at).getAttribute("href")).endsWith(`/${address(edition, second)}`));
        await links.nth(1).click();
        await state(page, "red");
        assert.equal(page.url(), workbook.root + address(edition, second));
        assert.equal(await page.locator("main .go-on.live").count(), 0);
        assert.ok(await page.isVisible(".contents .go-on a"));
        workbook.say(Object.fromEntries(order.map((id) => [id, GREEN])));
        await state(page, "green");
        assert.equal(await page.textContent("#live-next"), say.finished);
        assert.equal(await page.textContent(".contents .go-on"), say.finished);
      }
    });
  });
});

describe("hints", () => {
  const shown = (page) => page.$$eval("main .hint", (all) => all.filter((hint) => hint.checkVisibility()).length);

  test("come one at a time, by keyboard, and stay after a reload", async () => {
    await listening({}, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      const all = await page.locator("main .hint").count();
      assert.ok(all > 2);
      assert.equal(await shown(page), 1);
      assert.equal(await page.textContent(".live-hints"), fill(words(editions[0]).hints, { n: all - 1 }));
      await page.focus("main .hint summary");
      for (let at = 1; at < all; at++) {
        await page.keyboard.press("Enter");
        await page.waitForFunction((count) => document.querySelectorAll("main .hint:not([hidden])").length === count, at + 1);
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => [...document.querySelectorAll("main .hint summary")].indexOf(document.activeElement)), at);
      }
      assert.ok(await page.isHidden(".live-hints"));
      await page.reload();
      assert.equal(await shown(page), all);
      await page.goto(workbook.root + address(editions[1] ?? editions[0], first));
      assert.equal(await shown(page), all, "an exercise has the same hints in every language");
      await page.goto(workbook.root + address(editions[0], third));
      assert.equal(await shown(page), 1);
    });
  });

  test("a result of the search shows its hint, and all before it", async () => {
    await listening({}, async ({ page, workbook }) => {
      const path = address(editions[0], first);
      await page.goto(workbook.root + path);
      const [text, index] = await page.evaluate(() => {
        const details = [...document.querySelectorAll("main details")];
        const hint = details.filter((each) => each.matches(".hint")).at(-1);
        return [hint.querySelector("p").textContent.split(" ").slice(0, 3).join("+"), details.indexOf(hint)];
      });
      await page.goto(`${workbook.root}${path}?highlight=${text}&open=${index}`);
      await page.waitForSelector("main .hint[open] mark");
      assert.equal(await shown(page), await page.locator("main .hint").count());
      assert.ok(await page.isVisible("main .hint[open] p"));
    });
  });

  test("without a script all are there, and nothing waits for a command", async () => {
    await listening({ javaScriptEnabled: false }, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      assert.equal(await page.locator("main .hint:visible").count(), await page.locator("main .hint").count());
      assert.ok(await page.isVisible("main .why-not"));
      assert.ok(await page.isHidden("#live"));
    });
  });
});

describe("why not", () => {
  test("unfolds when the check turns green, and then stays", async () => {
    await listening({}, async ({ page, workbook }) => {
      workbook.say({ [first]: RED });
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "red");
      assert.equal(await page.isVisible("main .why-not"), false);
      assert.ok(await page.isVisible("#why-not"), "its heading stays");
      assert.ok(await page.isVisible("#in-the-wild"), "and so does what follows");
      workbook.say({ [first]: GREEN });
      await page.waitForSelector("main .why-not >> visible=true");
      assert.equal(await page.locator(".live-veil").count(), 0);
      workbook.say({ [first]: { ...RED, done: true } });
      await state(page, "red");
      assert.ok(await page.isVisible("main .why-not"));
      assert.deepEqual(await marks(page), { [first]: `(${words(editions[0]).done})` }, "what was done stays done");
      await page.reload();
      assert.ok(await page.isVisible("main .why-not"));
    });
  });

  for (const edition of editions) {
    test(`can be read before, in ${edition.tag}`, async () => {
      await listening({}, async ({ page, workbook }) => {
        const original = readFileSync(join(live, address(edition, first)), "utf8").match(/<details class="why-not">/g).length;
        await page.goto(workbook.root + address(edition, first));
        await page.getByRole("button", { name: words(edition).unveil }).focus();
        await page.keyboard.press("Enter");
        assert.equal(await page.locator("main > .why-not:visible").count(), original);
        assert.ok(await page.evaluate(() => document.activeElement.closest(".why-not")), "the focus is lost");
      });
    });
  }

  test("is found by a search in the book", async () => {
    await listening({}, async ({ page, workbook }) => {
      const path = address(editions[0], first);
      await page.goto(workbook.root + path);
      const index = await page.$$eval("main details", (all) => all.findIndex((each) => each.matches(".why-not")));
      await page.goto(`${workbook.root}${path}?highlight=spawned&open=${index}`);
      await page.waitForSelector("main .why-not[open] >> visible=true");
    });
  });

  test("is on paper, as hints are, and the panel is not", async () => {
    await listening({}, async ({ page, workbook }) => {
      await page.goto(workbook.root + address(editions[0], first));
      await state(page, "not_started");
      await page.emulateMedia({ media: "print" });
      for (const kind of ["hint", "why-not"]) {
        const hidden = await page.$$eval(`main .${kind} p`, (all) => all.filter((each) => !each.checkVisibility({ contentVisibilityAuto: true })).length);
        assert.equal(hidden, 0, kind);
      }
      for (const part of ["#live", ".live-veil", ".live-hints"]) assert.ok(await page.isHidden(part), part);
    });
  });
});

describe("everybody", () => {
  const states = { not_started: NOT_STARTED, checking: CHECKING, red: RED, broken: BROKEN, green: GREEN };

  for (const colorScheme of ["light", "dark"]) {
    test(`can use it in ${colorScheme}: WCAG 2.2 A and AA, and good practice`, async () => {
      await listening({ colorScheme }, async ({ page, workbook }) => {
        for (const edition of editions) {
          for (const [name, each] of Object.entries(states)) {
            workbook.say({ [first]: each, [second]: RED, [third]: GREEN });
            await page.goto(workbook.root + address(edition, first));
            await state(page, name === "broken" ? "red" : name);
            assert.deepEqual(await violations(page), [], `${edition.tag} ${name}`);
          }
          // What was red, and is now quiet.
          for (const [change, wanted] of [[RED, "red"], [CHECKING, "checking"]]) {
            workbook.say({ [first]: change });
            await state(page, wanted);
          }
          assert.deepEqual(await violations(page), [], `${edition.tag} checking again`);
          await page.goto(`${workbook.root}${edition.folder}index.html`);
          await page.waitForSelector("main .go-on a");
          assert.deepEqual(await violations(page), [], `${edition.tag} introduction`);
        }
        await page.goto(workbook.root + address(editions[0], first));
        await workbook.stop();
        await state(page, "disconnected");
        assert.deepEqual(await violations(page), [], "disconnected");
      });
    });
  }

  test("can use it on a telephone", async () => {
    await listening({ viewport: TELEPHONE }, async ({ page, workbook }) => {
      for (const edition of editions) {
        for (const [name, each] of Object.entries(states)) {
          workbook.say({ [first]: each });
          await page.goto(workbook.root + address(edition, first));
          await state(page, name === "broken" ? "red" : name);
          await page.$$eval("details", (all) => all.forEach((details) => (details.open = true)));
          const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
          assert.ok(width <= TELEPHONE.width, `${edition.tag} ${name} is ${width} wide`);
        }
        assert.deepEqual(await violations(page), [], edition.tag);
      }
    });
  });
});

describe("a book that is published", () => {
  test("has nothing of it and asks nobody", async () => {
    assert.ok(!existsSync(join(published, "theme/live.js")) && !existsSync(join(published, "theme/live.css")));
    for (const edition of editions) {
      for (const path of pages(published, edition)) {
        assert.doesNotMatch(readFileSync(join(published, path), "utf8"), /theme\/live|id="live|go-on/, path);
      }
    }
    const { root, close } = await serve(published);
    const page = await browser.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(root + address(editions[0], first), { waitUntil: "networkidle" });
    assert.ok(!asked.some((url) => url.endsWith("/events") || url.includes("live")), asked.join("\n"));
    assert.ok((await page.innerText("main")).includes("cargo test -p"));
    await page.close();
    await close();
  });

  test("a live one that is opened from a disk asks nobody either", async () => {
    const page = await browser.newPage();
    const found = complaints(page, fileRoot(live));
    await page.goto(fileRoot(live) + address(editions[0], first), { waitUntil: "load" });
    await page.waitForTimeout(300);
    assert.deepEqual(found, []);
    assert.equal(await page.locator(".live").count(), 0);
    assert.equal(await page.locator("main .hint:visible").count(), await page.locator("main .hint").count());
    await page.close();
  });
});
