// Figures, not tests: Lighthouse, and what a first visit transfers. `npm install --no-save lighthouse@12.8.2` first.

import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import lighthouse from "lighthouse";
import { launch, serve } from "./browser.mjs";
import { languages, pages, siteFolder } from "./site.mjs";

const site = siteFolder();
const { root, close } = await serve(site);

const free = createServer().listen(0, "127.0.0.1");
await new Promise((resolve) => free.once("listening", resolve));
const { port } = free.address();
await new Promise((resolve) => free.close(resolve));

const browser = await launch({
  args: [`--remote-debugging-port=${port}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
});

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
console.log(["page".padEnd(36), ...CATEGORIES, "first paint", "largest", "shift"].join("  "));
for (const language of languages(site)) {
  const all = pages(site, language);
  for (const page of [
    `${language.folder}index.html`,
    all.find((path) => path.includes("/01_")) ?? all[0],
  ]) {
    const { lhr } = await lighthouse(root + page, {
      port,
      onlyCategories: CATEGORIES,
      logLevel: "error",
    });
    const scores = CATEGORIES.map((name) =>
      String(Math.round(lhr.categories[name].score * 100)).padEnd(name.length),
    );
    const audits = [
      "first-contentful-paint",
      "largest-contentful-paint",
      "cumulative-layout-shift",
    ];
    console.log(
      [page.padEnd(36), ...scores, ...audits.map((id) => lhr.audits[id].displayValue)].join("  "),
    );
    for (const name of CATEGORIES) {
      for (const { id } of lhr.categories[name].auditRefs) {
        const { score, scoreDisplayMode, title } = lhr.audits[id];
        if (scoreDisplayMode === "binary" && score === 0) console.log(`    ${name}: ${title}`);
      }
    }
  }
}

console.log("\nfirst visit, bytes (gzip)");
for (const language of languages(site)) {
  const page = await (await browser.newContext()).newPage();
  const files = new Set();
  page.on("request", (request) =>
    files.add(decodeURIComponent(new URL(request.url()).pathname.slice(1))),
  );
  const path =
    pages(site, language).find((each) => each.includes("01_dropping/index")) ??
    `${language.folder}index.html`;
  await page.goto(root + path, { waitUntil: "networkidle" });
  let sum = 0;
  const weigh = (file) => {
    const bytes = readFileSync(join(site, file));
    const packed = gzipSync(bytes).length;
    console.log(
      `  ${file.padEnd(34)} ${String(bytes.length).padStart(7)} ${String(packed).padStart(7)}`,
    );
    return packed;
  };
  for (const file of files) sum += weigh(file);
  console.log(`  ${"sum".padEnd(34)} ${String(sum).padStart(15)}`);
  console.log("  and when the search is opened:");
  weigh(`${language.folder}search-data.js`);
}

await browser.close();
await close();
