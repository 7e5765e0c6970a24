// Keeps what is typed: every few seconds on the server, for its writer alone; in this browser while
// the server cannot be reached. Says honestly which. Reads the fields and never changes them: input
// methods take letters back and type them again. docs/decisions/autosave.md

import * as delivery from "./delivery.js";

const TYPING = 3_000; // from the first letter that is not kept to its autosave
const PULSE = 7_000; // who else is there is known twice within fifteen seconds
const KEEPALIVE_LIMIT = 60_000; // browsers take no more of a page that is being closed

const form = document.querySelector("[data-article-form]");
const place = form.querySelector("[data-keeping]");
const beside = form.querySelector("[data-beside]");
const person = form.dataset.person;

let key = newKey();
let sequence = 0;
let replaces = form.dataset.goesOnWith;
let typedAt = Date.now();
let state = "";
let typing = 0;
let beating = null;
let isLeft = false;
// The keys that the form was sent with: on its way, what is typed belongs to no save yet.
const sent = [];
// The key it was sent with last: once that is saved, what is typed goes on from there.
let follows = "";
const isNew = form.hasAttribute("data-new");
// What this tab sent last from the page of a new article.
const SENT = "desk-new-sent";

// --- What the form holds ------------------------------------------------------------------------

function fields() {
  return delivery.typedFields(form).map(([name, value]) =>
    // A conflict that nobody has settled is met again.
    name === "version" ? [name, form.dataset.keptVersion || value] : [name, value],
  );
}

const asText = (held) => JSON.stringify(held.filter(([name]) => name !== "version"));

// Text that the browser put back into the page, or that was refused, is held nowhere else.
const isUnsaved =
  replaces ||
  form.querySelector(".form-problems") ||
  [...form.elements].some(
    (field) => field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue,
  );
let kept = isUnsaved ? "" : asText(fields());

// --- Keeping it: one request at a time ----------------------------------------------------------

// Resolves when everything typed until now has been tried to be kept.
async function beat({ takingOver = false } = {}) {
  while (beating) await beating;
  if (isLeft) return; // or it would be there again
  beating = once(takingOver);
  try {
    await beating;
  } finally {
    beating = null; // or one error would be the last of all savings
  }
}

async function once(takingOver) {
  clearTimeout(typing);
  typing = 0;
  const entry = unkept();
  const message = { key, person, version: form.elements.version.value, takingOver };
  if (entry) Object.assign(message, entry, { age: Date.now() - entry.typedAt });
  const hasRoom = entry ? delivery.put(entry) : true;
  const { state: became, answer, reason } = await delivery.send(form.dataset.pulse, message);
  if (became === "closed") {
    // This page's text was saved, and somebody went back to it and typed on.
    delivery.drop(entry);
    key = newKey();
    kept = "";
    schedule();
    return;
  }
  if (became === "kept" && entry) {
    kept = entry.text;
    replaces = "";
    delivery.drop(entry);
  }
  if (answer?.beside !== undefined) showBeside(answer.beside);
  say(became, { at: answer?.keptAt, reason, hasRoom });
}

// What is to be kept, or null where the server has it all.
function unkept() {
  const held = fields();
  const text = asText(held);
  if (text === kept) return null;
  sequence += 1;
  const all = follows ? [...held, ["follows", follows]] : held;
  return { url: form.dataset.pulse, person, key, sequence, typedAt, replaces, fields: all, text };
}

function schedule() {
  typing ||= setTimeout(beat, TYPING);
}

function typed() {
  typedAt = Date.now();
  if (!typing && state === "kept") say("typing");
  schedule();
}

form.addEventListener("input", typed);
form.addEventListener("change", typed);
window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.on("change", typed));
setInterval(beat, PULSE);
addEventListener("online", () => beat());
document.addEventListener("visibilitychange", () => beat());

// --- Saying so ----------------------------------------------------------------------------------

function say(now, { at, reason, hasRoom = true } = {}) {
  const words = place.dataset;
  const text = {
    typing: () => words.wordTyping,
    kept: () => (at ? `${words.wordKept} ${at}` : null),
    offline: () => (hasRoom ? words.wordOffline : words.wordNoRoom),
    "signed-out": () => (hasRoom ? words.wordSignedOut : words.wordNoRoom),
    failed: () => `${words.wordFailed} ${reason || words.wordUnknown}`,
  }[now]();
  const shown = place.querySelector("[data-keeping-words]");
  // A pulse that had nothing to keep says nothing new, unless there was trouble before it.
  if (text !== null) shown.textContent = text;
  else if (state !== "kept") shown.textContent = "";
  place.dataset.state = now;
  place.querySelector("[data-sign-in]").hidden = now !== "signed-out";
  place.hidden = false;
  // Spoken when it changes, not every three seconds.
  if (now !== state && now !== "typing") {
    place.querySelector("[data-keeping-said]").textContent = text ?? "";
  }
  state = now;
}

function showBeside(html) {
  if (beside.dataset.html === html) return;
  beside.dataset.html = html;
  beside.innerHTML = html;
}

beside.addEventListener("click", ({ target }) => {
  if (target.matches("[data-take-over]")) beat({ takingOver: true });
});

// --- Sending the form ---------------------------------------------------------------------------

let mayGo = false;

// Before every listener of the form itself: what is typed is kept, then the form goes. Where the
// desk cannot be reached the page stays, with everything in it.
document.addEventListener(
  "submit",
  async (event) => {
    const { target, submitter } = event;
    if (target !== form) return;
    if (submitter?.matches("[data-preview]")) {
      renewToken();
      return;
    }
    if (mayGo) {
      form.elements.autosave.value = key;
      renewToken();
      sent.push(key);
      if (isNew) sessionStorage.setItem(SENT, key);
      follows = replaces = key;
      key = newKey();
      return;
    }
    event.preventDefault();
    await beat();
    if (state === "offline" || state === "signed-out") {
      place.querySelector("[data-keeping-words]").scrollIntoView({ block: "nearest" });
      return;
    }
    mayGo = true;
    form.requestSubmit(submitter);
    mayGo = false;
  },
  true,
);

function renewToken() {
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = delivery.token();
}

// --- Leaving and coming back --------------------------------------------------------------------

addEventListener("pagehide", () => {
  isLeft = true;
  const entry = unkept();
  const leaving = { key, person, leaving: true };
  if (entry) delivery.put(entry);
  const whole = entry && { ...leaving, ...entry, age: Date.now() - entry.typedAt };
  const isSmall = whole && new Blob([JSON.stringify(whole)]).size < KEEPALIVE_LIMIT;
  delivery.send(form.dataset.pulse, isSmall ? whole : leaving, { keepalive: true });
  for (const old of sent.splice(0)) {
    delivery.send(form.dataset.pulse, { ...leaving, key: old }, { keepalive: true });
  }
});

addEventListener("pageshow", ({ persisted }) => {
  isLeft = false;
  if (!persisted) return;
  // What this page held may have been saved by leaving it.
  key = newKey();
  beat();
});

// --- What other pages left behind ---------------------------------------------------------------

async function bringIn() {
  let isNew = false;
  for (const entry of delivery.others({ person, key })) {
    const message = { ...entry, age: Date.now() - entry.typedAt };
    const { state: became } = await delivery.send(entry.url, message);
    if (became === "kept" || became === "closed") delivery.drop(entry);
    if (became === "kept" && entry.url === form.dataset.pulse) isNew = true;
  }
  if (!isNew || form.querySelector(".form-problems") || form.dataset.goesOnWith) return;
  const answer = await fetch(form.dataset.unsaved);
  if (answer.ok) form.querySelector("[data-unsaved-place]").innerHTML = await answer.text();
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Back to the page of a new article that was saved: to save it again would make another of it.
async function tellIfSaved() {
  const [arrival] = performance.getEntriesByType("navigation");
  const key = sessionStorage.getItem(SENT);
  if (!key || !isNew || arrival?.type !== "back_forward") return;
  const answer = await fetch(`${form.dataset.unsaved}?sent=${key}`);
  if (answer.ok) form.querySelector("[data-unsaved-place]").innerHTML = await answer.text();
}

beat();
bringIn();
tellIfSaved();
