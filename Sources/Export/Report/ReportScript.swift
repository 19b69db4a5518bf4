/// What fills the table of events: it searches, filters, turns pages and unfolds rows.
///
/// Texts of articles become text nodes and nothing else; a link is made of an address only where
/// that begins with http.
enum ReportScript {
  static let source = #"""
    "use strict";
    (() => {
    const byId = (id) => document.getElementById(id);
    const words = JSON.parse(byId("words").textContent);
    const body = document.querySelector("table.events tbody");
    const perPage = 50, fields = 7;
    const keys = ["type", "status", "date", "end", "dateText", "place", "topic", "text", "title",
      "published", "publisher", "url", "path"];
    let events = [], found = [], page = 0;
    body.id = "rows";

    const label = (list, word) => (words[list][word] || [word, ""]).join(" ").trim();
    const element = (name, text, attributes) => {
      const made = document.createElement(name);
      if (text !== undefined) made.textContent = text;
      for (const key in attributes || {}) made.setAttribute(key, attributes[key]);
      return made;
    };

    // MARK: reading

    async function unpack(text) {
      if (typeof DecompressionStream !== "function") throw new Error("DecompressionStream");
      const raw = atob(text.trim());
      const bytes = new Uint8Array(raw.length);
      for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(stream).text();
    }

    // Of an event no more is made than is asked for: there may be a hundred thousand.
    class Event {
      constructor(texts, row) {
        this.texts = texts;
        this.row = row;
        this.all = row[keys.length];
        this.parties = row[keys.length + 1];
        this.sort = this.date.startsWith("-") ? "" : this.date;
      }
    }
    keys.forEach((key, i) => Object.defineProperty(Event.prototype, key, {
      get() { return this.row[i] < 0 ? "" : this.texts[this.row[i]]; }}));

    async function load() {
      const blocks = Array.from(document.querySelectorAll("script[data-events]"));
      const parts = await Promise.all(blocks.map(async (block) => {
        const text = block.textContent;
        block.remove();
        return block.dataset.events === "gzip" ? unpack(text) : text;
      }));
      for (const part of parts) {
        const piece = JSON.parse(part);
        for (const row of piece.e) events.push(new Event(piece.s, row));
      }
      events.sort((a, b) => a.sort < b.sort ? 1 : a.sort > b.sort ? -1 : 0);
      fillChoices();
      byId("filters").hidden = false;
      find();
    }

    function fillChoices() {
      const types = new Set(), years = new Set();
      for (const event of events) {
        types.add(event.type);
        if (event.sort) years.add(event.sort.slice(0, 4));
      }
      for (const word of Object.keys(words.types).filter((word) => types.has(word))) {
        byId("type").append(element("option", label("types", word), {value: word}));
      }
      for (const year of Array.from(years).sort().reverse()) {
        byId("year").append(element("option", year, {value: year}));
      }
    }

    const parties = (event) => {
      const list = [], flat = event.parties, text = (i) => i < 0 ? "" : event.texts[i];
      for (let i = 0; i < flat.length; i += fields) {
        list.push({person: text(flat[i]), office: text(flat[i + 1]), body: text(flat[i + 2]),
          role: text(flat[i + 3]), side: flat[i + 4], start: flat[i + 5], length: flat[i + 6]});
      }
      return list;
    };

    // MARK: finding

    function searched(event) {
      if (event.search === undefined) {
        const who = parties(event).map((one) => one.person + " " + one.office + " " + one.body);
        event.search = [event.text, event.title, event.place, event.topic, event.date,
          event.publisher, label("types", event.type), ...who].join("\n").toLowerCase();
      }
      return event.search;
    }

    function find() {
      const asked = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
      const type = byId("type").value, year = byId("year").value;
      found = events.filter((event) => (!type || event.type === type)
        && (!year || event.sort.startsWith(year))
        && asked.every((word) => searched(event).includes(word)));
      page = 0;
      show();
    }

    // MARK: showing

    function show() {
      const first = page * perPage, last = Math.min(found.length, first + perPage);
      body.replaceChildren(...found.slice(first, last).map(row));
      const number = (n) => n.toLocaleString("en");
      byId("count").textContent = found.length === 0 ? "没有符合的事件 No event found"
        : `${number(first + 1)}–${number(last)} / ${number(found.length)} 件事件 events`;
      const pages = Math.max(1, Math.ceil(found.length / perPage));
      byId("pages").hidden = pages < 2;
      byId("page").textContent = `${number(page + 1)} / ${number(pages)}`;
      byId("previous").disabled = page === 0;
      byId("next").disabled = page >= pages - 1;
    }

    const day = (event) => !event.date ? "—" : event.end && event.end !== event.date
      ? event.date + " – " + event.end : event.date;

    function row(event) {
      const made = element("tr");
      const cell = element("td");
      const button = element("button", day(event), {type: "button", class: "open",
        "aria-expanded": "false"});
      cell.append(button);
      const names = parties(event).map((one) => one.person || one.body).filter(Boolean);
      const shown = Array.from(new Set(names));
      const type = element("td", label("types", event.type));
      if (event.status !== "actual") {
        type.append(" · " + label("statuses", event.status));
      }
      made.append(cell, type,
        element("td", shown.slice(0, 6).join("、") + (shown.length > 6 ? " …" : ""), {lang: "zh"}),
        element("td", event.place, {lang: "zh"}), element("td", event.title, {lang: "zh"}));
      button.addEventListener("click", () => unfold(made, button, event));
      return made;
    }

    function unfold(made, button, event) {
      const isOpen = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) return made.nextSibling.remove();
      const cell = element("td", undefined, {colspan: "5"});
      const box = element("div");
      box.append(sentence(event), people(event), source(event));
      cell.append(box);
      const detail = element("tr", undefined, {class: "detail"});
      detail.append(cell);
      made.after(detail);
    }

    // The sentence with the words marked that the event was read from.
    function sentence(event) {
      const quote = element("blockquote", undefined, {lang: "zh"});
      const signs = Array.from(event.text), marked = new Array(signs.length).fill(false);
      const mark = (start, length) => marked.fill(true, start, start + length);
      for (const one of parties(event)) if (one.start >= 0) mark(one.start, one.length);
      for (const text of [event.dateText, event.place, event.topic]) {
        const at = text ? event.text.indexOf(text) : -1;
        if (at >= 0) mark(Array.from(event.text.slice(0, at)).length, Array.from(text).length);
      }
      for (let start = 0, end; start < signs.length; start = end) {
        end = start + 1;
        while (end < signs.length && marked[end] === marked[start]) end++;
        const text = signs.slice(start, end).join("");
        quote.append(marked[start] ? element("mark", text) : text);
      }
      return quote;
    }

    function people(event) {
      const list = element("ul");
      for (const one of parties(event)) {
        const item = element("li");
        item.append(element("b", one.person || one.body), " ", one.office
          || (one.person ? one.body : ""), one.role ? " — " + label("roles", one.role) : "",
          one.side ? ` (${one.side})` : "");
        list.append(item);
      }
      const more = event.all - event.parties.length / fields;
      if (more > 0) list.append(element("li", `另 ${more} 人 · ${more} more`));
      return list;
    }

    function source(event) {
      const line = element("p", undefined, {class: "note"});
      line.append([event.title, event.publisher, event.published.slice(0, 10), event.path]
        .filter(Boolean).join(" · "));
      if (/^https?:\/\//i.test(event.url)) {
        line.append(" · ", element("a", event.url, {href: event.url,
          rel: "noopener noreferrer nofollow", target: "_blank"}));
      }
      return line;
    }

    // MARK: listening

    let timer = 0;
    byId("search").addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(find, 120);
    });
    byId("filters").addEventListener("submit", (event) => { event.preventDefault(); find(); });
    byId("type").addEventListener("change", find);
    byId("year").addEventListener("change", find);
    const turn = (by) => () => {
      page += by;
      show();
      byId("events").scrollIntoView();
    };
    byId("previous").addEventListener("click", turn(-1));
    byId("next").addEventListener("click", turn(1));
    load().catch((error) => {
      byId("count").textContent = "此浏览器无法打开事件表，请换用新版浏览器。 "
        + "This browser cannot open the table of events; please use a newer one. ("
        + error.message + ")";
    });
    })();

    """#
}
