// Marking a passage in the text fills the form: what it reads now, and where it stands.
const text = document.querySelector("[data-live-text]");
const form = document.querySelector(".verb-form");

function letters(string) {
  return [...string].length;
}

// The line a selection begins in, with the selection as far as that line goes; null where it goes
// on into another. Three clicks mark a line and end before the first letter of the next.
function inOneLine(selection) {
  const range = selection.getRangeAt(0).cloneRange();
  const begins = range.startContainer;
  const line = (begins instanceof Element ? begins : begins.parentElement).closest("[data-line]");
  if (!line) return null;
  if (!line.contains(range.endContainer)) {
    const beyond = range.cloneRange();
    beyond.setStartAfter(line);
    if (beyond.toString().trim()) return null;
    range.setEnd(line, line.childNodes.length);
  }
  return { line, range };
}

function take() {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return;
  const found = inOneLine(selection);
  if (!found) return;
  const { line, range } = found;
  const marked = range.toString();
  const passage = marked.trim();
  if (!passage) return;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(range.startContainer, range.startOffset);
  const start = letters(before.toString()) + letters(marked) - letters(marked.trimStart());
  const place = `${line.dataset.line}:${start}`;
  form.elements.passage.value = passage;
  form.elements.words.value = passage;
  const chosen = form.elements.place;
  if (chosen instanceof RadioNodeList) {
    // The choices were those of another passage.
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "place";
    const field = chosen[0].closest(".field");
    field.replaceWith(hidden);
    hidden.value = place;
  } else {
    chosen.value = place;
  }
  form.elements.words.focus();
}

if (text && form) {
  text.addEventListener("mouseup", take);
  text.addEventListener("touchend", take);
  // Typed by hand, the passage may stand anywhere.
  form.elements.passage.addEventListener("input", () => {
    if (!(form.elements.place instanceof RadioNodeList)) form.elements.place.value = "";
  });
}
