// What makes reading more comfortable. Nothing essential: pages are whole without it.
"use strict";

(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  // A browser may refuse storage, and then a choice holds for one page.
  const storage = {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {}
    },
  };

  // Light or dark. theme.js has set it already if it was chosen before.
  const theme = byId("theme");
  theme.value = root.dataset.theme ?? "auto";
  theme.addEventListener("change", () => {
    const chosen = theme.value === "auto" ? null : theme.value;
    if (chosen) root.dataset.theme = chosen;
    else delete root.dataset.theme;
    storage.set("theme", chosen);
  });

  // The contents stand open beside the text where there is room for them.
  const contents = document.querySelector(".contents");
  const wide = matchMedia("(min-width: 64rem)");
  const fold = () => (contents.firstElementChild.open = wide.matches);
  wide.addEventListener("change", fold);
  fold();
  const current = contents.querySelector("[aria-current]");
  if (wide.matches && current) contents.scrollTop = current.offsetTop - contents.clientHeight / 2;

  // A menu closes like a menu.
  const menu = document.querySelector("details.menu");
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.firstElementChild.focus();
    event.preventDefault();
  });

  // Only what does scroll is a stop for the keyboard.
  const scrolls = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) {
        target.tabIndex = 0;
        target.setAttribute("role", "region");
      } else {
        target.removeAttribute("tabindex");
        target.removeAttribute("role");
      }
    }
  });
  for (const region of document.querySelectorAll("main [role=region]")) scrolls.observe(region);

  // Copying code. The label says it to those who look, the status to those who listen.
  const template = byId("copy");
  const said = byId("said");
  for (const block of document.querySelectorAll("main .code")) {
    const button = template.content.cloneNode(true).firstElementChild;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      let sentence = template.dataset.copied;
      try {
        await navigator.clipboard.writeText(block.querySelector("code").textContent);
        button.textContent = sentence;
      } catch {
        sentence = template.dataset.notCopied;
      }
      said.textContent = sentence;
      setTimeout(() => {
        button.textContent = label;
        said.textContent = "";
      }, 2000);
    });
    block.append(button);
  }

  // The help about the keyboard, where single keys can be turned off.
  const keys = byId("keys");
  const enabled = byId("keys-enabled");
  enabled.checked = storage.get("keys") !== "off";
  enabled.addEventListener("change", () => storage.set("keys", enabled.checked ? null : "off"));
  byId("keys-open").addEventListener("click", () => keys.showModal());
  byId("keys-close").addEventListener("click", () => keys.close());

  const follow = (rel) => document.querySelector(`.steps a[rel=${rel}]`)?.click();
  const actions = {
    ArrowLeft: () => follow("prev"),
    ArrowRight: () => follow("next"),
    s: () => byId("search-open").click(),
    "/": () => byId("search-open").click(),
    "?": () => keys.showModal(),
  };
  // Where these keys mean something else already.
  const busy = "input, select, textarea, [contenteditable], [role=region][tabindex]";
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!enabled.checked || document.querySelector("dialog[open]") || event.target.closest(busy)) return;
    if (!Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });
})();
