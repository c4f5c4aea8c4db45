// Search, in two parts: an engine that scans the text of the book, and the dialog around it.
//
// There is no index. `search-data.js` holds the text of one language, in the form in which
// `tools/book/src/search.rs` writes it:
//
//   window.searchData = [{ path, title, sections: [{ id, heading, text, within, details, spoiler }] }]
//
// It is a script and not JSON, because a page that was opened from a disk may not fetch.
"use strict";

const searchEngine = (() => {
  // --- Text ---------------------------------------------------------------------------------------
  // What is typed and what is read are folded alike: full-width and half-width forms, case, ё and е,
  // hyphens, spaces, what cannot be seen.

  const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
  const HYPHENS = /[\u2010-\u2013\u2212]/g;
  const SPACES = /[^\S\n]+/g;
  const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
  const LETTER = /[\p{L}\p{N}\p{M}]/u;

  const fold = (text) =>
    text
      .normalize("NFKC")
      .replace(INVISIBLE, "")
      .replace(HYPHENS, "-")
      .replace(/’/g, "'")
      .replace(/ё/g, "е")
      .replace(/Ё/g, "Е")
      .replace(SPACES, " ");

  // `lower` is searched; `cased` shows where a part of an identifier begins.
  function folded(text) {
    const cased = fold(text);
    const lower = cased.toLowerCase();
    // İ gets longer in lower case. Then parts of identifiers are not seen, and nothing else is lost.
    return { lower, cased: lower.length === cased.length ? cased : lower };
  }

  // The same, with the place in `text` that each character comes from: `…` becomes three of them.
  function foldedWithPlaces(text) {
    let lower = "";
    let cased = "";
    const places = [];
    const add = (from, to) => {
      const part = folded(text.slice(from, to));
      if (part.lower === " " && lower.endsWith(" ")) return;
      lower += part.lower;
      cased += part.cased;
      const alike = part.lower.length === to - from;
      for (let i = 0; i < part.lower.length; i++) {
        places.push(alike ? [from + i, from + i + 1] : [from, to]);
      }
    };
    // Plain letters in one go; else one character and what combines with it, which the sound marks
    // of half-width kana do too.
    const pieces = /[\n\x21-\x7e]+|[^][\p{M}\uff9e\uff9f]*/gu;
    for (const { 0: piece, index } of text.matchAll(pieces)) add(index, index + piece.length);
    return { lower, cased, places };
  }

  const isWord = (c) => Boolean(c) && LETTER.test(c) && !CJK.test(c);
  const isUpper = (c) => Boolean(c) && c !== c.toLowerCase();

  // Where a word begins, or a part of an identifier: Cancellation|Token, cancel_|after, HTTP|Server.
  function startsWord(cased, at) {
    const before = cased[at - 1];
    if (!isWord(before)) return true;
    if (!isUpper(cased[at])) return false;
    return !isUpper(before) || (isWord(cased[at + 1]) && !isUpper(cased[at + 1]));
  }

  function endOfPart(cased, at) {
    while (isWord(cased[at]) && !(isUpper(cased[at]) && startsWord(cased, at))) at++;
    return at;
  }

  // --- Words --------------------------------------------------------------------------------------
  // A stem is what is left when an ending was cut off. Cutting too much finds too much, and ranks it
  // low; cutting too little does not find.

  const RUSSIAN = /^[а-я]+$/;

  function stem(word) {
    if (RUSSIAN.test(word)) return russianStem(word);
    return /^[a-z]+$/.test(word) ? englishStem(word) : word;
  }

  function cut(word, ending, shortest) {
    const rest = word.replace(ending, "");
    return rest.length >= shortest ? rest : word;
  }

  function englishStem(word) {
    let rest = cut(word, /(?:ations?|ings?|ions?|edly|ied|ies|ed|ers?|es|s|e|y)$/, 3);
    if (rest !== word) rest = rest.replace(/([bdgmnprt])\1$/, "$1"); // dropp|ed
    if (rest.length < 6) return rest;
    // cancell|ed, panick|ing, suspens|ion beside suspend
    return rest
      .replace(/ll$/, "l")
      .replace(/ck$/, "c")
      .replace(/n[ds]$/, "n");
  }

  const RU_REFLEXIVE = /с[яь]$/;
  const RU_PAST = /(?:ла|ло|ли|л|ут)$/; // Also ends nouns such as канал and таймаут.
  const RU_QUALITY = /ост(?:ями|ях|ям|ей|ью|ь|и)$/; // безопасн|ость beside безопасн|ая
  const RU_PLURAL = /(?:иями|ями|ами|иях|ях|ах|иям|ям|ам)$/; // Even of short words: час|ах.
  const RU_ENDING = new RegExp(
    "(?:ием|его|ого|ему|ому|ыми|ими|ией|ых|их|ым|им|ов|ев|ей|ой|ый|ий|" +
      "ом|ем|ешь|ишь|ете|ите|ет|ит|ют|ат|ят|ть|ти|вши|в)$",
  );
  const RU_VOWELS = /[аеиоуыэюяйь]+$/;
  const RU_SUFFIX = new RegExp(
    "(?:ост|ывани|ивани|ени|ани|енн|анн|янн|ен|ан|ян|ающ|яющ|ующ|ющ|ущ|ащ|ящ|вш|ыв|ив|ов|ок|ек|к)$",
  );

  function russianStem(word) {
    let rest = cut(cut(cut(word, RU_REFLEXIVE, 4), RU_QUALITY, 4), RU_PLURAL, 3);
    rest = cut(cut(rest, RU_PAST, 5), RU_ENDING, 4);
    rest = cut(rest, RU_VOWELS, 3);
    rest = cut(cut(rest, RU_SUFFIX, 4), RU_VOWELS, 4);
    return rest.replace(/^(.{4,}[бпвмф])л$/, "$1"); // приостановл|ена beside приостанов|ить
  }

  // --- Queries ------------------------------------------------------------------------------------
  // A query becomes terms, all of which a page must contain. A term has a pattern, and a function
  // that says whether what the pattern has found is the term, and where it ends.

  const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

  const literalTerm = (raw, cjk = false) => ({
    raw,
    cjk,
    pattern: escaped(raw),
    accepts: (text, at, end) => ({ end, exact: true }),
  });

  // `тайм-аут` and `таймаут`, `cancel_after` and `cancelafter`
  const hyphenated = (word) => [...word].map(escaped).join("[-_]?");
  const joined = (word) => word.replace(/[-_]/g, "");

  function wordTerm(raw, { root = stem(raw), cased = raw } = {}) {
    const russian = RUSSIAN.test(root);
    const fleeting = russian && /^(.+[^аеиоуыэюя])[ео]?к$/.exec(root); // точек, точка
    const rest = raw.startsWith(root) ? raw.slice(root.length) : "";
    const pattern =
      hyphenated(fleeting ? fleeting[1] : root) +
      (fleeting ? "[ео]?к" : "") +
      (rest ? `(?:[-_]?${hyphenated(rest)})?` : "");
    // A short stem says little, so that endings must be endings: `lease` is not in `least`.
    const long = root.length >= (russian ? 4 : 5);
    return {
      raw,
      root,
      inCase: cased,
      isWord: true,
      pattern,
      accepts({ lower, cased }, at, end) {
        if (!startsWord(cased, at)) return null;
        const stop = endOfPart(cased, end);
        const word = joined(lower.slice(at, stop));
        const accepted = long || word.startsWith(joined(raw)) || stem(word) === root;
        return accepted ? { end: stop, exact: word === joined(raw) } : null;
      },
    };
  }

  // In the way of a question. They still count as a part of a phrase, and alone.
  const STOP = new Set(
    (
      "a an and are as at be by can could do does for from has have how i if in is it its my no not " +
      "of on or should so that the there this to was what when where which who why will with would you " +
      "и в во не на с со к ко о об от до по за из у я мы вы что как это ли же бы то а но или для " +
      "при если когда где почему зачем чем"
    ).split(" "),
  );

  // Han and kana, or else a word; `_` is a part of a name.
  const KANA = "\\p{Script=Hiragana}\\p{Script=Katakana}ー";
  const TOKENS = new RegExp(
    `([\\p{Script=Han}${KANA}]+)|(?:(?![\\p{Script=Han}${KANA}])[\\p{L}\\p{N}\\p{M}_])+`,
    "gu",
  );
  const SIGNS = /^[_=&*<>{}[\]|;#@$%^~+/\\.?!:-]+$/;

  function parse(query, language) {
    const { lower, cased } = folded(query.trim());
    const runs = [];
    for (const { 0: token, 1: cjk, index } of lower.matchAll(TOKENS)) {
      if (LETTER.test(token)) runs.push({ token, cjk, cased: cased.substr(index, token.length) });
    }
    const says = ({ token, cjk }) =>
      cjk || (!STOP.has(token) && (token.length > 1 || /\d/.test(token)));
    const weighty = runs.some(says) ? runs.filter(says) : runs;
    let terms = weighty.flatMap(({ token, cjk, cased }) => {
      if (cjk) return pieces(cjk, language).map((piece) => literalTerm(piece, true));
      return [wordTerm(token, token.includes("_") ? { root: token, cased } : { cased })];
    });
    if (!terms.length && lower) terms = [literalTerm(lower)]; // Only signs, such as `&` or `..`.
    terms = terms.filter((term, i) => terms.findIndex((a) => a.pattern === term.pattern) === i);
    return {
      lower,
      terms,
      literal: new RegExp(literalPattern(lower), "gu"),
      near: terms.length > 1 ? new RegExp(nearPattern(terms), "gu") : null,
      // `let _ =`: a sign that stands alone is meant.
      signs: lower.split(" ").some((part) => SIGNS.test(part)),
    };
  }

  // The query as it was typed, but for the spaces that some put between Han and Latin letters.
  function literalPattern(lower) {
    const seam = (a, b) => /\S/.test(a) && /\S/.test(b) && CJK.test(a) !== CJK.test(b);
    return [...lower]
      .map((c, i, all) => {
        if (/\s/.test(c)) return "\\s*";
        return (i && seam(all[i - 1], c) ? "\\s*" : "") + escaped(c);
      })
      .join("");
  }

  // The terms one after the other in any of their forms.
  function nearPattern(terms) {
    const forms = terms.map((term) => term.pattern + (term.isWord ? "[\\p{L}\\p{N}_]*" : ""));
    return forms.join("[^\\p{L}\\p{N}\\n]*");
  }

  // The words in a run of Han and kana, as far as they show. Each is a part of the run, so whatever
  // contains the run contains them all.
  function pieces(run, language) {
    const found = language.startsWith("zh") ? chinesePieces(run) : japanesePieces(run);
    return found.length ? found : [run];
  }

  const ZH_STOP =
    /为什么不用|为什么不|为什么|什么|怎么样|怎么|怎样|如何|一个|的|了|吗|呢|把|被|是|会|在/;

  function chinesePieces(run) {
    const found = run.split(ZH_STOP).filter(Boolean);
    return found.some((piece) => piece.length < 2) ? [run] : found; // 会话 is more than 话.
  }

  const JA_PARTS = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+/gu;
  const JA_PARTICLE =
    /^(?:[をはがのにでともへや]|から|まで|より|など|では|には|とは|との|での|する|した|して|され)$/;

  function japanesePieces(run) {
    const parts = run.match(JA_PARTS) ?? [];
    const isHan = (part) => /^\p{Script=Han}/u.test(part ?? "");
    const isHiragana = (part) => /^\p{Script=Hiragana}/u.test(part ?? "");
    const joins = (part) => isHiragana(part) && part.length < 3 && !JA_PARTICLE.test(part);
    const found = [];
    for (let i = 0; i < parts.length; i++) {
      let piece = parts[i];
      if (isHiragana(piece)) continue; // Particles and endings.
      if (isHan(piece)) {
        while (isHan(parts[i + 2]) && joins(parts[i + 1])) {
          piece += parts[i + 1] + parts[i + 2]; // 取り消|す
          i += 2;
        }
        // 起こ|す but 待|つ: a single character says little.
        const ending = isHiragana(parts[i + 1]) ? parts[i + 1] : "";
        const fixed = ending.length > 1 && !/^[をはがのにでともへやっんいしさせ]/.test(ending);
        if (piece.length === 1 && fixed) piece += ending[0];
      } else if (piece.length > 3) {
        piece = piece.replace(/ー$/, ""); // スケジューラー beside スケジューラ
      }
      found.push(piece);
    }
    return found;
  }

  // --- Finding ------------------------------------------------------------------------------------

  function* finds(text, term) {
    const pattern = new RegExp(term.pattern, "gu");
    for (let found = pattern.exec(text.lower); found; found = pattern.exec(text.lower)) {
      const accepted = term.accepts(text, found.index, pattern.lastIndex);
      if (accepted) yield { start: found.index, ...accepted };
      pattern.lastIndex = accepted ? accepted.end : found.index + 1;
    }
  }

  // How much of a term is in a text. The word as it was typed counts for more than its other forms.
  function frequency(text, term) {
    let sum = 0;
    for (const { exact } of finds(text, term)) sum += exact ? 1 : 0.6;
    return sum;
  }

  const occurrences = (text, pattern) => (pattern && text.lower.match(pattern)?.length) || 0;

  // Folds the whole book, once.
  function prepare(pages, language = "en") {
    const prepared = pages.map((page) => ({
      page,
      title: folded(page.title),
      sections: page.sections.map((section) => ({
        section,
        heading: folded(section.heading),
        text: folded(section.text),
      })),
    }));
    return { language, pages: prepared };
  }

  // The pages that contain all of the query, the best first. If there is none: those with the most of
  // it, and `partly` is true. `words` is what is to be marked.
  function search(book, query) {
    const parsed = parse(query, book.language);
    if (!parsed.terms.length) return { results: [], partly: false, words: "" };
    let { terms } = parsed;
    let all = book.pages.map((page) => count(page, parsed, terms));
    let needed = terms.length;
    const partly = !all.some((page) => page.terms.size >= needed);
    if (partly) {
      terms = terms.flatMap((term) => {
        return all.some((page) => page.terms.has(term)) ? [term] : loosened(book, term);
      });
      all = book.pages.map((page) => count(page, parsed, terms));
      needed = Math.max(1, terms.length / 2);
    }
    let found = all.filter((page) => page.terms.size >= needed);
    if (parsed.signs && found.some((page) => page.literal))
      found = found.filter((page) => page.literal);
    const results = rank(found, book);
    const words = partly ? terms.map((term) => term.raw).join(" ") : query.trim();
    return { results, partly: partly && results.length > 0, words };
  }

  // For a term that is nowhere: the parts of an identifier, each two characters of Han and kana, the
  // beginning of a word.
  function loosened(book, term) {
    if (term.cjk) {
      const chars = [...term.raw];
      return chars.length < 3 ? [] : chars.slice(1).map((c, i) => literalTerm(chars[i] + c, true));
    }
    if (!term.isWord) return [];
    const parts = term.inCase.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})/gu) ?? [];
    if (parts.length > 1) return parts.map((part) => wordTerm(part.toLowerCase()));
    const somewhere =
      (shorter) =>
      ({ heading, text }) =>
        frequency(heading, shorter) || frequency(text, shorter);
    for (
      let length = term.root.length - 1;
      length >= Math.max(4, term.root.length * 0.6);
      length--
    ) {
      const root = term.root.slice(0, length);
      const shorter = wordTerm(root, { root });
      if (book.pages.some((page) => page.sections.some(somewhere(shorter)))) return [shorter];
    }
    return [];
  }

  // `ガード (guard)` in a glossary stands for `ガード` and for `guard`.
  function names(heading) {
    const [, word, gloss] = /^(.+?) ?\(([^()]+)\)$/.exec(heading) ?? [];
    return [heading, word, gloss];
  }

  // What a page and its sections have of the query.
  function count({ page, title, sections }, parsed, terms) {
    const ofPage = new Map();
    const add = (term, where, amount) => {
      if (!amount) return;
      const sum = ofPage.get(term) ?? { title: 0, heading: 0, text: 0 };
      sum[where] += amount;
      ofPage.set(term, sum);
    };
    for (const term of terms) add(term, "title", frequency(title, term));
    const hits = sections.map(({ section, heading, text }) => {
      const own = new Map();
      for (const term of terms) {
        const amount = { heading: frequency(heading, term), text: frequency(text, term) };
        if (amount.heading || amount.text) own.set(term, amount);
        // The summary of a `<details>` is not what the page is about.
        add(term, section.details === undefined ? "heading" : "text", amount.heading);
        add(term, "text", amount.text);
      }
      return {
        section,
        terms: own,
        length: text.lower.length,
        same: Number(names(heading.lower).includes(parsed.lower)),
        headed: occurrences(heading, parsed.literal),
        literal: occurrences(text, parsed.literal),
        near: occurrences(text, parsed.near) + occurrences(heading, parsed.near),
      };
    });
    const sum = (key) => hits.reduce((total, hit) => total + hit[key], 0);
    return {
      page,
      hits,
      terms: ofPage,
      length: sum("length"),
      same: sum("same"),
      sameTitle: title.lower === parsed.lower,
      titled: occurrences(title, parsed.literal),
      headed: sum("headed"),
      literal: sum("literal") + sum("headed"),
      near: sum("near"),
    };
  }

  // The body counts as in BM25; to this comes what stands in headings, and the query as a phrase.
  function rank(found, book) {
    const mean = found.reduce((total, { length }) => total + length, 0) / found.length || 1;
    const rarity = (term) => {
      return Math.log(
        1 + book.pages.length / (found.filter(({ terms }) => terms.has(term)).length || 1),
      );
    };
    const body = (amount, length) => (amount * 2.2) / (amount + 0.6 * (1 + length / mean));
    const ofPage = (page) => {
      let score = 2 * Math.log2(1 + page.literal) + Math.log2(1 + page.near);
      // Of several words a page that has them as they were typed is likelier meant than one that has each.
      score += page.literal && page.terms.size > 1 ? 4 : 0;
      score += (page.sameTitle ? 12 : 0) + (page.titled ? 6 : 0);
      score += (page.same ? 8 : 0) + (page.headed ? 3 : 0);
      for (const [term, { title, heading, text }] of page.terms) {
        const headings = (title ? 5 : 0) + (heading ? 2.5 : 0);
        score += rarity(term) * (headings + 3 * body(heading + text, page.length));
      }
      return score;
    };
    const ofSection = (hit) => {
      let score = Math.log2(1 + hit.literal) + 2 * Math.log2(1 + hit.near);
      score += 10 * hit.same + (hit.headed ? 4 : 0);
      for (const [term, { heading, text }] of hit.terms) {
        score += rarity(term) * ((heading ? 4 : 0) + Math.log2(1 + text) + 2);
      }
      if (hit.literal) return score * (1 + hit.terms.size / 2); // A phrase says the more, the longer it is.
      return hit.section.spoiler ? score / 2 : score;
    };
    const byScore = (a, b) => b.score - a.score;
    const results = found.map((page) => {
      const hits = page.hits.filter((hit) => hit.terms.size);
      const sections = hits.map((hit) => ({ section: hit.section, score: ofSection(hit) }));
      return { page: page.page, score: ofPage(page), sections: sections.sort(byScore) };
    });
    return results.sort(byScore);
  }

  // --- Marks --------------------------------------------------------------------------------------

  // What of `text` the query is: pairs of a start and an end, in order, none touching another.
  function ranges(text, query, language) {
    const parsed = parse(query, language);
    if (!parsed.terms.length) return [];
    const mapped = foldedWithPlaces(text);
    const found = [];
    for (const { 0: phrase, index } of mapped.lower.matchAll(parsed.literal)) {
      found.push([index, index + phrase.length]);
    }
    // `let _ =` where it stands; its words only if it stands nowhere.
    if (!parsed.signs || !found.length) {
      for (const term of parsed.terms) {
        for (const { start, end } of finds(mapped, term)) found.push([start, end]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const merged = [];
    for (const [first, last] of found) {
      const [start, end] = [mapped.places[first][0], mapped.places[last - 1][1]];
      if (merged.length && start <= merged.at(-1)[1])
        merged.at(-1)[1] = Math.max(merged.at(-1)[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }

  // The stretch of a text that has most of the query in it, and what is to be marked there.
  function teaser(text, query, language, width = 150) {
    const marks = ranges(text, query, language);
    const weight = (from) => {
      const inside = marks.filter(([start, end]) => start >= from && end <= from + width);
      const different = new Set(inside.map(([start, end]) => text.slice(start, end).toLowerCase()));
      return [...different].reduce((sum, word) => sum + 5 + word.length, 0);
    };
    let first = 0;
    let most = 0;
    for (const [start] of marks) {
      const heavy = weight(start);
      if (heavy > most) [first, most] = [start, heavy];
    }
    // From the beginning of its line, or some words before.
    const line = text.lastIndexOf("\n", first) + 1;
    let from = line;
    if (first - line > 60) {
      from = first - 50;
      from += Math.max(0, text.slice(from, first).search(/(?<=[\s、。，；：])/u));
    }
    let to = Math.min(text.length, from + width);
    const word = /[\p{L}\p{N}_]+$/u.exec(text.slice(from, to));
    if (to < text.length && word && word[0].length < 20 && !CJK.test(word[0])) to -= word[0].length;
    const before = from > line ? "…" : "";
    const shift = before.length - from;
    return {
      text: before + text.slice(from, to).replace(/\s/g, " ") + (to < text.length ? "…" : ""),
      marks: marks
        .filter(([start, end]) => start >= from && end <= to)
        .map(([start, end]) => [start + shift, end + shift]),
    };
  }

  return { prepare, search, ranges, teaser };
})();

// --- The dialog -----------------------------------------------------------------------------------

function searchDialog() {
  const root = document.documentElement;
  const opener = document.getElementById("search-open");
  const dialog = document.getElementById("search");
  const input = document.getElementById("search-words");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const language = root.dataset.lang;
  const PAGES_AT_ONCE = 8;
  const SECTIONS_OF_A_PAGE = 3;

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  // Text with marks in it, as nodes: what comes from a page never becomes markup.
  function marked(text, ranges) {
    const nodes = document.createDocumentFragment();
    let at = 0;
    for (const [start, end] of ranges) {
      nodes.append(text.slice(at, start), element("mark", "", text.slice(start, end)));
      at = end;
    }
    nodes.append(text.slice(at));
    return nodes;
  }

  // --- Data: loaded when the dialog opens for the first time.

  let loading = null;

  function book() {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root.dataset.root + "search-data.js";
      script.onload = () => resolve(searchEngine.prepare(window.searchData, language));
      script.onerror = () => {
        loading = null; // The next search tries again.
        reject(new Error(script.src));
      };
      document.head.append(script);
    });
    return loading;
  }

  // --- Results

  function address(page, section, words) {
    const parameters = new URLSearchParams({ highlight: words });
    const query = input.value.trim();
    if (query !== words) parameters.set("search", query); // Only a part of it was found.
    if (section.details !== undefined) parameters.set("open", section.details);
    return `${root.dataset.root}${page.path}?${parameters}#${encodeURIComponent(section.id)}`;
  }

  function hit(page, section, words) {
    const heading = [section.within, section.heading].filter(Boolean).join(" › ") || page.title;
    const link = element(
      "a",
      "search-hit",
      element("span", "search-heading", marks(heading, words)),
    );
    link.href = address(page, section, words);
    // What a hint says is for those who open it.
    if (section.text && !section.spoiler) {
      const { text, marks } = searchEngine.teaser(section.text, words, language);
      link.append(" ", element("span", "search-teaser", marked(text, marks)));
    }
    return element("li", "", link);
  }

  const marks = (text, words) => marked(text, searchEngine.ranges(text, words, language));

  function group({ page, sections }, words) {
    const shown = sections.slice(0, SECTIONS_OF_A_PAGE);
    // Only the title has it.
    if (!shown.length) shown.push({ section: page.sections[0] ?? { id: "" } });
    const hits = element("ul", "", ...shown.map(({ section }) => hit(page, section, words)));
    return element("li", "", element("p", "search-page", marks(page.title, words)), hits);
  }

  function say(sentence, n) {
    status.textContent = dialog.dataset[sentence].replace("{n}", n);
  }

  let latest = 0;

  async function run() {
    const turn = ++latest;
    const query = input.value;
    list.setAttribute("aria-busy", "true");
    try {
      const prepared = await book();
      if (turn !== latest) return; // Something newer was typed meanwhile.
      const { results, partly, words } = searchEngine.search(prepared, query);
      if (!query.trim()) status.textContent = "";
      else if (!results.length) say("nothing");
      else say(partly ? "partly" : "found", results.length);
      list.replaceChildren();
      list.scrollTop = 0;
      // Those that are seen at once; the others when that is painted, so that typing never waits.
      for (let at = 0; at < results.length; at += PAGES_AT_ONCE) {
        if (at) await new Promise((resolve) => setTimeout(resolve));
        if (turn !== latest) return;
        const some = results.slice(at, at + PAGES_AT_ONCE);
        list.append(...some.map((result) => group(result, words)));
      }
    } catch (error) {
      console.error(error);
      list.replaceChildren();
      say("failed");
    } finally {
      if (turn === latest) list.setAttribute("aria-busy", "false");
    }
  }

  // --- Opening and closing

  let focused = null;

  function open() {
    if (dialog.open) return;
    focused = document.activeElement === document.body ? opener : document.activeElement;
    dialog.showModal();
    input.focus();
    input.select();
    run();
  }

  function close() {
    dialog.close();
    focused.focus();
  }

  // --- Keys. The focus itself moves through the links: every screen reader can follow that.

  const links = () => [...list.querySelectorAll("a")];

  function move(step) {
    const stops = [input, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = stops[Math.min(Math.max(at + step, 0), stops.length - 1)];
    next.focus();
    if (next === input) input.select();
  }

  // Enter and the arrows belong to the input method while it composes; Safari tells only by 229.
  let composing = false;
  const isComposing = (event) => composing || event.isComposing || event.keyCode === 229;

  function onKey(event) {
    event.stopPropagation(); // The keys of the page sleep.
    if (isComposing(event)) return;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && plain) move(1);
    else if (event.key === "ArrowUp" && plain) move(-1);
    else if (event.key === "Enter" && event.target === input) links()[0]?.click();
    else {
      // Who types on while a result is chosen goes on with the query.
      if (plain && event.key.length === 1 && event.key !== " " && event.target.matches("a"))
        input.focus();
      return;
    }
    event.preventDefault();
  }

  opener.addEventListener("click", open);
  document.getElementById("search-close").addEventListener("click", close);
  dialog.addEventListener("keydown", onKey);
  // The system may ask to close it too: a gesture, a screen reader, Escape in an input method.
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (!composing) close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) close(); // The backdrop.
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    dialog.close();
    // To another place of this page, or to this very place, the browser loads nothing.
    if (link.pathname === location.pathname && link.search === location.search) setTimeout(arrive);
  });
  input.addEventListener("compositionstart", () => (composing = true));
  input.addEventListener("compositionend", () => {
    composing = false;
    run();
  });
  input.addEventListener("input", (event) => {
    if (!composing && !event.isComposing) run();
  });

  // --- Arrival: a result leads to `page?highlight=words&search=query&open=details#section`.

  const main = document.querySelector("main");
  const unmark = document.getElementById("search-unmark");

  // Words may begin in one element and end in another: code is full of `<span>`.
  function textOf(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, button, svg")
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
    }
    return { nodes, text };
  }

  function mark(words) {
    const { nodes, text } = textOf(main);
    // Backwards, so that what was split is not looked at again.
    const ranges = searchEngine.ranges(text, words, language).reverse();
    let i = nodes.length - 1;
    for (const [start, end] of ranges) {
      while (nodes[i].start >= end) i--;
      for (let at = i; at >= 0 && nodes[at].start + nodes[at].node.data.length > start; at--) {
        const { node, start: nodeStart } = nodes[at];
        const from = Math.max(0, start - nodeStart);
        const to = Math.min(node.data.length, end - nodeStart);
        if (from >= to || !node.data.slice(from, to).trim()) continue;
        const middle = from ? node.splitText(from) : node;
        if (to - from < middle.data.length) middle.splitText(to - from);
        const wrapper = element("mark", "search-mark");
        middle.replaceWith(wrapper);
        wrapper.append(middle);
        if (!from) nodes[at].node = wrapper.firstChild;
      }
    }
  }

  function clear() {
    for (const wrapper of main.querySelectorAll("mark.search-mark")) {
      const parent = wrapper.parentNode;
      wrapper.replaceWith(...wrapper.childNodes);
      parent.normalize();
    }
    unmark.hidden = true;
  }

  // The address without the words, so that a copy of it or a reload does not bring the marks back.
  function forget() {
    const url = new URL(location);
    for (const name of ["highlight", "search", "open"]) url.searchParams.delete(name);
    try {
      history.replaceState(history.state, "", url);
    } catch {
      // Some browsers allow no such thing to a file.
    }
  }

  function arrive() {
    const parameters = new URLSearchParams(location.search);
    const words = parameters.get("highlight");
    if (!words) return;
    clear();
    mark(words);
    input.value = parameters.get("search") ?? words;
    const marks = [...main.querySelectorAll("mark.search-mark")];
    unmark.hidden = !marks.length;
    main.prepend(unmark); // Inside of a landmark, and the first stop of the keyboard there.
    const details =
      parameters.has("open") && main.querySelectorAll("details")[parameters.get("open")];
    for (let folded = details; folded; folded = folded.parentElement.closest("details"))
      folded.open = true;
    const target = details || document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.scrollIntoView();
    // If the section is longer than the window, the words in it.
    const isBefore = (node) =>
      node.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
    const first = marks.find((node) => !isBefore(node) && node.getClientRects().length);
    if (first?.getBoundingClientRect().bottom > innerHeight)
      first.scrollIntoView({ block: "center" });
  }

  unmark.addEventListener("click", () => {
    clear();
    forget();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || unmark.hidden || dialog.open) return;
    if (document.querySelector("dialog[open], details.menu[open]")) return; // Theirs first.
    clear();
    forget();
  });
  arrive();
}

if (typeof document === "undefined") globalThis.searchEngine = searchEngine;
else searchDialog();
