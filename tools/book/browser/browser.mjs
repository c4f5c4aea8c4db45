// The built site over HTTP and in Debian's Chromium. Nothing is ever downloaded.

import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

export const CHROMIUM =
  process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

export const launch = (options = {}) =>
  // Root has no sandbox; the site is our own.
  chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    ...options,
  });

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

// A folder as a host would serve it: index.html for a folder, 404.html for what is not there, gzip.
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    let path = join(
      folder,
      normalize(decodeURIComponent(new URL(request.url, "http://host").pathname)),
    );
    let status = 200;
    if ((await stat(path).catch(() => null))?.isDirectory()) path = join(path, "index.html");
    if (!existsSync(path)) [status, path] = [404, join(folder, "404.html")];
    const head = {
      "content-type": TYPES[extname(path)] ?? "application/octet-stream",
      "content-encoding": "gzip",
    };
    const body = await readFile(path).catch(() => Buffer.from("not found"));
    response.writeHead(status, head).end(gzipSync(body));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

export const fileRoot = (folder) => `${pathToFileURL(folder)}/`;

// Collects what a reader would never see: errors, lost requests, breaches of the policy, other hosts.
export function complaints(page, root) {
  const found = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) found.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A reader who goes on does not wait for an icon.
    const { errorText } = request.failure();
    if (errorText !== "net::ERR_ABORTED") found.push(`failed: ${request.url()} ${errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(root) && !/^(data|about|blob):/.test(request.url()))
      found.push(`elsewhere: ${request.url()}`);
  });
  return found;
}
