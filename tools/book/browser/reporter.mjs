// What failed and why, and a last line for those who read nothing else.

export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    const test = data?.details?.type !== "suite" && !data?.skip;
    if (type === "test:pass" && test) {
      passed += 1;
      if (data.details.duration_ms > 1000)
        yield `ok      ${data.name} (${(data.details.duration_ms / 1000).toFixed(1)} s)\n`;
    }
    if (type === "test:fail" && test) {
      failed += 1;
      const { cause = data.details.error } = data.details.error;
      yield `FAILED  ${data.name}\n${String(cause?.message ?? cause).replace(/^/gm, "        ")}\n`;
      const line = /[\w.]+\.mjs:\d+/.exec(cause?.stack?.replace(/.*\bwithPage\b.*/g, "") ?? "");
      if (line) yield `        at ${line[0]}\n`;
    }
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
