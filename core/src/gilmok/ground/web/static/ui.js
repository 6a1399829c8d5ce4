// What pages do beside htmx. Everything works without it: it only saves presses, waiting and lost text.
// Words come from <meta name="spoken">, in the language of the page. Nothing here is evaluated from text.
"use strict";
(() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";
  const words = JSON.parse(meta("spoken") || "{}");
  const csrf = { "X-CSRFToken": meta("csrf-token") };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (type, does, options) => document.addEventListener(type, does, options);
  const near = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

  // Said to screen readers, and shown for a moment: nothing that matters is said only here.
  let quietAgain = 0;
  const say = (text) => {
    const status = document.getElementById("status");
    if (!status) return;
    status.textContent = text;
    status.classList.add("spoken");
    clearTimeout(quietAgain);
    quietAgain = setTimeout(() => status.classList.remove("spoken"), 4000);
  };

  // Hangul: a syllable that is still being put together is neither searched for nor sent. And a form that answers
  // while one types is sent by its buttons only.
  const composing = (event) => event.isComposing || event.keyCode === 229;
  on("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input") && (composing(event) || near(event, "form[data-live]"))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
  for (const type of ["input", "keyup"]) {
    on(type, (event) => { if (event.isComposing) event.stopImmediatePropagation(); }, true);
  }
  on("compositionend", (event) => event.target.dispatchEvent(new InputEvent("input", { bubbles: true })));

  // Keys, by their place on the keyboard: under the Korean layout KeyJ types ㅓ.
  const rows = () => all("table.list tbody tr");
  const current = () => rows().find((row) => row.contains(document.activeElement));
  const step = (by) => {
    const lines = rows();
    const at = lines.indexOf(current());
    const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
    next?.querySelector("a[href]")?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const keys = {
    KeyJ: () => step(1),
    KeyK: () => step(-1),
    KeyX: () => current()?.querySelector("td.pick input")?.click(),
    KeyC: () => document.querySelector("[data-key-target=new]")?.click(),
    Slash: () => document.querySelector("[data-key-target=search]")?.focus(),
  };
  on("keydown", (event) => {
    const off = document.body.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || composing(event);
    if (off || near(event, "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const asks = event.code === "Slash" && event.shiftKey;
    const does = asks ? () => document.getElementById("keys")?.togglePopover?.() : !event.shiftKey && keys[event.code];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // Presses.
  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      say(words.copied);
    } catch {
      say(words.copyFailed);
    }
  };
  const showPassword = (button) => {
    const field = document.getElementById(button.dataset.showPassword);
    field.type = field.type === "password" ? "text" : "password";
    button.textContent = field.type === "password" ? words.show : words.hide;
  };
  on("click", (event) => {
    const button = near(event, "[data-copy], [data-dismiss], [data-show-password], [data-print]");
    if (!button) return;
    if ("copy" in button.dataset) copy(button);
    else if ("dismiss" in button.dataset) button.closest(".alert").remove();
    else if ("print" in button.dataset) window.print();
    else showPassword(button);
  });

  // Choosing rows.
  const boxes = (name) => all(`td.pick input[name="${name}"]`);
  const countChosen = (name) => {
    const chosen = boxes(name).filter((box) => box.checked).length;
    for (const place of all(`[data-chosen="${name}"]`)) place.textContent = words.chosen.replace("%(count)s", chosen);
    for (const every of all(`[data-choose-all="${name}"]`)) {
      every.checked = chosen > 0 && chosen === boxes(name).length;
      every.indeterminate = chosen > 0 && !every.checked;
    }
  };
  on("change", (event) => {
    const every = near(event, "[data-choose-all]");
    if (every) for (const box of boxes(every.dataset.chooseAll)) box.checked = every.checked;
    const name = every?.dataset.chooseAll ?? near(event, "td.pick input")?.name;
    if (name) countChosen(name);
  });

  // A group of boxes of which at most one holds.
  on("change", (event) => {
    const group = event.target.checked && near(event, ".unanswered");
    if (group) for (const box of all("input", group)) box.checked = box === event.target;
  });

  // How a date, phone number or sum was understood.
  const echo = async (field) => {
    const shown = field.closest(".field").querySelector("output.echo");
    const typed = field.value.trim();
    if (!typed) { shown.textContent = ""; return; }
    const body = new URLSearchParams({ kind: field.dataset.echo, typed });
    const answer = await fetch(field.dataset.echoUrl, { method: "POST", headers: csrf, body });
    if (answer.ok && field.value.trim() === typed) shown.textContent = await answer.text();
  };
  const later = new WeakMap();
  const afterPause = (key, pause, does) => {
    clearTimeout(later.get(key));
    later.set(key, setTimeout(does, pause));
  };
  on("input", (event) => {
    const field = near(event, "[data-echo]");
    if (field) afterPause(field, 300, () => echo(field).catch(() => {}));
  });

  // Unsaved text, and drafts kept on the server. A form with data-guard asks before it is left;
  // one with data-draft-url is sent there while one writes, and shows the sentence that comes back.
  const changed = new WeakSet();
  const underWay = new WeakSet(); // forms of which everything typed has been sent to be kept
  const draftStatus = (form, text) => { for (const place of all("[data-draft-status]", form)) place.textContent = text; };
  const saveDraft = async (form) => {
    try {
      const answer = await fetch(form.dataset.draftUrl, { method: "POST", headers: csrf, body: new FormData(form) });
      if (!answer.ok) throw new Error(answer.status);
      changed.delete(form);
      draftStatus(form, await answer.text());
    } catch (error) {
      refused(Number(error.message));
      draftStatus(form, words.draftFailed);
      afterPause(form, 15000, () => saveDraft(form));
    }
  };
  const touched = (event) => {
    const form = event.target.form ?? near(event, "form");
    if (!form || !(form.dataset.guard !== undefined || form.dataset.draftUrl)) return;
    changed.add(form);
    underWay.delete(form);
    if (form.dataset.draftUrl) afterPause(form, 2000, () => saveDraft(form));
  };
  on("input", touched);
  on("change", touched);
  on("submit", (event) => {
    clearTimeout(later.get(event.target));
    changed.delete(event.target);
  });
  on("htmx:before:request", (event) => underWay.add(event.target));
  const notKept = (form, status) => {
    refused(status);
    draftStatus(form, words.draftFailed);
    afterPause(form, 15000, () => form.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const live = (event) => event.target.matches?.("form[data-live]");
  on("htmx:after:request", (event) => {
    if (!live(event)) return;
    const status = event.detail?.ctx?.response?.status;
    if (!(status < 400)) notKept(event.target, status);
    else if (underWay.has(event.target)) changed.delete(event.target);
  });
  on("htmx:error", (event) => { if (live(event)) notKept(event.target); });
  window.addEventListener("beforeunload", (event) => {
    if (all("form[data-guard], form[data-draft-url]").some((form) => changed.has(form))) event.preventDefault();
  });

  // The end of the login: said five minutes before, and again when it is over. Any answer to who is logged in begins
  // the time anew. After its end nothing is sent that would be lost: who logs in again in another window goes on here.
  const warning = document.querySelector("[data-session-warning]");
  const lasts = Number(meta("session-seconds")) * 1000;
  let timers = [];
  let until = Infinity;
  const longest = 2 ** 31 - 1; // a timer that is set further ahead rings at once
  const warn = (text) => {
    warning.querySelector("p").textContent = text;
    warning.querySelector("[data-again]").hidden = text !== words.ended;
    warning.hidden = false;
  };
  const ended = () => { until = 0; warn(words.ended); };
  const beginAnew = () => {
    if (!warning || !lasts) return;
    timers.forEach(clearTimeout);
    warning.hidden = true;
    until = Date.now() + lasts;
    timers = [
      setTimeout(() => warn(words.ending), Math.min(longest, Math.max(0, lasts - 300000))),
      setTimeout(ended, Math.min(longest, lasts)),
    ];
  };
  const stay = async () => {
    const asked = { headers: { Accept: "application/json" } };
    const answer = await fetch(warning.dataset.sessionWarning, asked).catch(() => null);
    const login = answer?.ok ? await answer.json() : {};
    if (String(login.person) !== warning.dataset.person) { ended(); return false; }
    csrf["X-CSRFToken"] = login.token;
    for (const field of all("input[name=csrf_token]")) field.value = login.token;
    beginAnew();
    return true;
  };
  const isOver = () => Date.now() > until;
  const refused = (status) => { if (warning && (status === 400 || status === 401)) stay(); };
  on("click", (event) => { if (near(event, "[data-stay]")) stay(); });
  window.addEventListener("focus", () => { if (isOver()) stay(); });
  on("submit", async (event) => {
    const { target: form, submitter } = event;
    if (!isOver() || form.getAttribute("method") !== "post") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (await stay()) form.requestSubmit(submitter);
  }, true);
  beginAnew();

  // htmx: the token with every request that is no form, the end of the login pushed back, a failure said.
  on("htmx:config:request", (event) => {
    const headers = event.detail?.ctx?.request?.headers;
    if (headers) headers["X-CSRFToken"] = csrf["X-CSRFToken"];
  });
  on("htmx:after:request", (event) => { if (event.detail?.ctx?.response?.status < 400) beginAnew(); });
  on("htmx:error", () => say(words.failed));

  // On phones menu and tabs are wider than the page: what is chosen comes into sight.
  for (const here of all(".side [aria-current], .tabs [aria-current]")) {
    const strip = here.closest(".tabs, .side ul");
    strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
  }
  const summary = document.querySelector("[data-summary]");
  summary?.focus();
  on("click", (event) => {
    const link = near(event, "[data-summary] a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.matches("fieldset") ? field.querySelector("input") ?? field : field).focus();
    field.scrollIntoView({ block: "center" });
  });
})();
