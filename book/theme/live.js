// Only in a book that `cargo workbook` serves: shows what the check says, the moment it says it.
"use strict";

(() => {
  const root = document.documentElement.dataset.root;
  const byId = (id) => document.getElementById(id);
  const panel = byId("live"); // Only on the page of an exercise.
  const exercise = panel?.dataset.exercise;
  const template = byId("live-words");
  const words = template.dataset;

  // From a disk there is nobody to listen to, and the page is as it would be without us.
  if (!location.protocol.startsWith("http")) {
    for (const place of document.querySelectorAll(".live")) place.remove();
    return;
  }

  // A browser may refuse storage, and then all is remembered for one page.
  const kept = (kind) => ({
    get(key) {
      try {
        return globalThis[kind].getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        globalThis[kind].setItem(key, value);
      } catch {}
    },
  });
  const visit = kept("sessionStorage");
  const learner = kept("localStorage");

  // Whatever the command sends becomes text, never markup.
  function element(name, properties, ...inside) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  }

  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // --- The contents -------------------------------------------------------------------------------

  // The links to exercises, with what the contents call them in the reader's language.
  const places = new Map();
  for (const link of document.querySelectorAll(".contents li a")) {
    const title = [...link.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : ""));
    // A page that is not translated lies one folder further up.
    const id = link.getAttribute("href").replace(/^(\.\.\/)+|\.html$/g, "");
    places.set(id, { link, href: link.href, title: title.join("").trim() });
  }

  // What was green once is done, whatever becomes of it. While it is checked, nothing new is known.
  function mark(id, { state: now, done }) {
    const link = places.get(id)?.link;
    const state = done ? "green" : now;
    if (!link || state === "checking" || link.dataset.live === state) return;
    link.dataset.live = state;
    link.querySelector(".mark")?.remove();
    const word = { green: words.done, red: words.failing }[state];
    if (word) link.append(element("span", { className: "mark" }, element("span", { className: "unseen" }, ` (${word})`)));
  }

  function lead(place, label, next) {
    const { href, title } = places.get(next) ?? {};
    const link = href ? [element("a", { href }, element("span", {}, label), ` ${title}`)] : [];
    const inside = next ? link : [words.finished];
    if (place.textContent !== element("p", {}, ...inside).textContent) place.replaceChildren(...inside);
  }

  // --- The panel ----------------------------------------------------------------------------------

  const status = byId("live-status");
  const rules = byId("live-rules");
  const says = byId("live-says");
  const message = byId("live-message");
  const next = byId("live-next");

  // What is said twice is heard twice.
  function say(state, sentence) {
    panel.dataset.state = state;
    if (status.dataset.said === sentence) return;
    status.dataset.said = sentence;
    const parts = sentence.split("`").map((part, at) => (at % 2 ? element("code", {}, part) : part));
    status.replaceChildren(...parts);
  }

  function rule({ sentence, outcome }) {
    // Two of them have a sign, which those who listen do not see.
    const className = ["holds", "fails"].includes(outcome) ? "unseen" : "outcome";
    const word = element("span", { className }, ` (${words[outcome] ?? outcome})`);
    const line = element("li", {}, element("span", { lang: "en" }, sentence), word);
    line.dataset.outcome = outcome;
    return line;
  }

  function verdict({ state, rules, compiles }) {
    if (state === "green") return words.green;
    if (!compiles) return words.does_not_compile;
    const n = rules.filter(({ outcome }) => outcome === "holds").length;
    return rules.length ? fill(words.red, { n, all: rules.length }) : words.not_run;
  }

  // The elements stay, so that the focus does. Nothing is said of what the last verdict said already.
  function show(found, following) {
    const { state, rules: list = [], message: text = "", compiles = true } = found;
    // The last verdict stays below until there is a new one, and as far below: nothing jumps.
    status.style.minHeight = state === "checking" ? `${status.getBoundingClientRect().height}px` : "";
    if (state === "checking") return say(state, words.checking);
    say(state, state === "not_started" ? words.not_started : verdict({ state, rules: list, compiles }));
    rules.replaceChildren(...list.map(rule));
    rules.hidden = !list.length;
    says.textContent = compiles ? words.check_says : words.compiler_says;
    if (message.textContent !== text) message.textContent = text;
    // What a check says is English; above it may stand what the command says, in the reader's language.
    message.lang = /[\p{sc=Cyrl}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? document.documentElement.lang : "en";
    message.classList.toggle("compiler", !compiles);
    says.hidden = message.hidden = state !== "red" || !text;
    next.hidden = state !== "green";
    if (state === "green") lead(next, words.next, following);
    stop();
  }

  // Only what does scroll is a stop for the keyboard.
  function stop() {
    const scrolls = message.scrollWidth > message.clientWidth || message.scrollHeight > message.clientHeight;
    for (const [name, value] of Object.entries({ tabindex: 0, role: "region", "aria-labelledby": "live-says" })) {
      if (scrolls) message.setAttribute(name, value);
      else message.removeAttribute(name);
    }
  }
  if (panel) new ResizeObserver(stop).observe(message);

  // --- A newer book -------------------------------------------------------------------------------

  // On a page that is loaded again the browser keeps the place, and we what was unfolded.
  const folds = [...document.querySelectorAll("main details")];

  function renew() {
    visit.set("unfolded", JSON.stringify([location.pathname, folds.map(({ open }) => open)]));
    location.reload();
  }

  try {
    const [path, open] = JSON.parse(visit.get("unfolded"));
    visit.set("unfolded", "");
    // In a book with other hints nobody knows which is which.
    if (path === location.pathname && open.length === folds.length) {
      for (const [at, fold] of folds.entries()) fold.open = open[at];
    }
  } catch {}

  // --- Hints, and what is not for those who are still trying --------------------------------------

  // Each hint waits until the one before it was opened, by whatever it was opened: by hand, by a
  // search on the page, by a result of ours.
  function oneByOne(hints) {
    const key = `hints ${exercise}`;
    const left = element("p", { className: "live-hints" });
    let opened = Number(learner.get(key)) || 0;
    hints.at(-1).after(left);
    const look = () => {
      opened = Math.max(opened, hints.findLastIndex((hint) => hint.open) + 1);
      learner.set(key, opened);
      for (const [at, hint] of hints.entries()) hint.hidden = at > opened;
      const n = hints.length - opened - 1;
      left.textContent = fill(words.hints, { n });
      left.hidden = n < 1;
    };
    for (const hint of hints) hint.addEventListener("toggle", look);
    look();
  }

  // Everything from the heading to the next one waits for the check to be green, or for the reader.
  function veil(heading) {
    const key = `why-not ${exercise}`;
    if (learner.get(key)) return () => {};
    const inside = [];
    for (let each = heading.nextElementSibling; each && each.tagName !== "H2"; each = each.nextElementSibling) {
      inside.push(each);
    }
    const hidden = element("div", { className: "live-veiled" }, ...inside);
    // Where a browser can search what is hidden, it may: so it can in what is folded.
    hidden.setAttribute("hidden", "until-found");
    const curtain = template.content.cloneNode(true).firstElementChild;
    heading.after(curtain, hidden);
    const lift = () => {
      learner.set(key, "read");
      const focused = curtain.contains(document.activeElement);
      curtain.remove();
      hidden.replaceWith(...hidden.childNodes);
      if (focused) inside[0]?.querySelector("summary")?.focus();
    };
    curtain.querySelector("button").addEventListener("click", lift);
    hidden.addEventListener("beforematch", lift);
    for (const each of inside) each.addEventListener("toggle", lift, { once: true });
    if (inside.some((each) => each.open)) lift();
    return lift;
  }

  const hints = [...document.querySelectorAll("main .hint")];
  if (panel && hints.length > 1) oneByOne(hints);
  const heading = panel && byId("why-not");
  const lift = heading ? veil(heading) : () => {};

  // --- The command --------------------------------------------------------------------------------

  let last; // As it was sent.

  function take(data) {
    if (data === last) return;
    last = data;
    const { exercises, next: following } = JSON.parse(data);
    for (const [id, each] of Object.entries(exercises)) mark(id, each);
    const begun = Object.values(exercises).some(({ state }) => state !== "not_started");
    for (const place of document.querySelectorAll(".go-on.live")) lead(place, begun ? words.go_on : words.first, following);
    if (!panel) return;
    const found = exercises[exercise] ?? { state: "not_started" };
    show(found, following);
    if (found.done || found.state === "green") lift();
  }

  let events;
  let book; // When the one that this page is of was built.
  let timer;
  let lost = 0; // Connections in a row.

  function listen() {
    close();
    events = new EventSource("/events");
    events.addEventListener("state", ({ data }) => {
      lost = 0;
      visit.set("live", data);
      take(data);
    });
    events.addEventListener("book", ({ data }) => {
      book ??= data;
      if (data !== book) renew();
    });
    events.addEventListener("error", () => {
      close(); // Browsers differ in what they try again, and when.
      lost += 1;
      // A blip is not worth a word.
      timer = setTimeout(listen, lost > 1 ? 2000 : 200);
      if (lost < 2) return;
      last = undefined;
      if (panel) say("disconnected", words.disconnected);
    });
  }

  function close() {
    clearTimeout(timer);
    events?.close();
  }

  // A browser opens six connections to a host, and a reader more tabs than that.
  const look = () => (document.hidden ? close() : listen());
  document.addEventListener("visibilitychange", look);
  look();

  // Until the command has spoken, what it said on the page before: so nothing flickers on the way.
  try {
    take(visit.get("live"));
  } catch {}
})();
