// Names offered as one types, for every input with data-completion: the address that answers
// {results: [{value, hint}]} to ?q=. With data-several it holds names separated by commas, or pasted
// line by line.
// Nothing is ever changed in the input before a suggestion is chosen: Vietnamese input methods take
// letters back and type them again.

const WAIT = 150;

let input = null;
let list = null;
let timer = 0;
let asked = 0;

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-completion]")) return;
  input = event.target;
  clearTimeout(timer);
  timer = setTimeout(ask, WAIT);
});

document.addEventListener("keydown", (event) => {
  if (event.target !== input || !list || event.isComposing || event.keyCode === 229) return;
  const chosen = list.querySelector("[aria-selected=true]");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(chosen, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  } else if ((event.key === "Enter" || event.key === "Tab") && chosen) {
    event.preventDefault();
    take(chosen.dataset.value);
  }
});

document.addEventListener("focusout", (event) => {
  if (event.target === input) close();
});

window.addEventListener("resize", () => list && place());

async function ask() {
  const typed = part().text.trim();
  const mine = ++asked;
  if (!typed) return hide();
  const url = new URL(input.dataset.completion, location.href);
  url.searchParams.set("q", typed);
  let results = [];
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (answer.ok) ({ results } = await answer.json());
  } catch {
    // Nothing is offered while the desk cannot be reached; what is typed stays.
  }
  if (mine === asked && document.activeElement === input) show(results);
}

// The piece of the input that the caret stands in, and where it begins and ends.
function part() {
  const { value, selectionStart } = input;
  if (!("several" in input.dataset)) return { text: value, from: 0, to: value.length };
  const from = value.slice(0, selectionStart).search(/[^,\n]*$/);
  const to = selectionStart + value.slice(selectionStart).match(/^[^,\n]*/)[0].length;
  return { text: value.slice(from, to), from, to };
}

function show(results) {
  hide();
  if (!results.length) return;
  list = document.createElement("ul");
  list.className = "completion";
  list.id = "completion";
  list.setAttribute("role", "listbox");
  results.forEach(({ value, hint }, number) => {
    const item = document.createElement("li");
    item.id = `completion-${number}`;
    item.setAttribute("role", "option");
    item.dataset.value = value;
    item.textContent = value;
    if (hint) {
      const small = document.createElement("small");
      small.textContent = hint;
      item.append(" ", small);
    }
    // Before the input loses the focus, and with it the list.
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(value);
    });
    list.append(item);
  });
  (input.closest("main") ?? document.body).append(list);
  place();
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  // A text area may not be a combobox.
  if (input.matches("textarea")) return;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "true");
}

// Under its input, and never out of the window.
function place() {
  const box = input.getBoundingClientRect();
  list.style.left = `${box.left + scrollX}px`;
  list.style.top = `${box.bottom + scrollY}px`;
  list.style.minWidth = `${box.width}px`;
  list.style.maxWidth = `${document.documentElement.clientWidth - box.left}px`;
}

function move(chosen, step) {
  const items = [...list.children];
  const next = items.at((items.indexOf(chosen) + step + (chosen || step > 0 ? 0 : 1)) % items.length);
  chosen?.setAttribute("aria-selected", "false");
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", next.id);
}

function take(value) {
  const { from, to } = part();
  const before = input.value.slice(0, from);
  const after = input.value.slice(to);
  const several = "several" in input.dataset;
  const text = before + (before ? " " : "") + value + (several && !after ? ", " : "");
  input.value = text + after;
  input.setSelectionRange(text.length, text.length);
  close();
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// Nothing more is asked or shown until something is typed.
function close() {
  clearTimeout(timer);
  asked++;
  hide();
}

// What has been typed since the list was asked for is still asked after.
function hide() {
  list?.remove();
  list = null;
  if (input?.matches("[role=combobox]")) input.setAttribute("aria-expanded", "false");
  input?.removeAttribute("aria-activedescendant");
}
