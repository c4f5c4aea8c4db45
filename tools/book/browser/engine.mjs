// The engine of the search in node, with the data of a built site.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { repository } from "./site.mjs";

// `search.js` is a plain script. Without a document it leaves its engine behind.
export function loadEngine(file = join(repository, "book/theme/search.js")) {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });
  return context.searchEngine;
}

export function loadData(file) {
  const context = vm.createContext({});
  vm.runInContext("globalThis.window = globalThis", context);
  vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });
  return JSON.parse(JSON.stringify(context.searchData)); // Arrays of this world, for `deepEqual`.
}
