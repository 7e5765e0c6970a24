// Rows of a slot dragged to another place by their handle. Dropping presses the row's own button for
// that place, so that dragging does nothing which the buttons do not.

let dragged = null;

for (const handle of document.querySelectorAll("[data-handle]")) {
  handle.hidden = false;
  handle.addEventListener("dragstart", (event) => {
    dragged = handle.closest("[data-row]");
    dragged.classList.add("dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.row);
    event.dataTransfer.setDragImage(dragged, 0, 0);
  });
  handle.addEventListener("dragend", () => {
    const row = dragged;
    dragged = null;
    row.classList.remove("dragged");
    const to = [...row.parentElement.children].indexOf(row);
    if (to !== Number(row.dataset.row)) send(row, to);
  });
}

for (const list of document.querySelectorAll("[data-slot]")) {
  list.addEventListener("dragover", (event) => {
    if (dragged?.parentElement !== list) return;
    event.preventDefault();
    const over = event.target.closest("[data-row]");
    if (!over || over === dragged) return;
    over[isBehind(over, event) ? "after" : "before"](dragged);
  });
  list.addEventListener("drop", (event) => event.preventDefault());
}

// Whether the pointer is past the middle of the row, along the way that the rows follow.
function isBehind(row, { clientX, clientY }) {
  const box = row.getBoundingClientRect();
  const mine = dragged.getBoundingClientRect();
  if (Math.abs(mine.top - box.top) < box.height / 2 && mine.left !== box.left) {
    return clientX > box.left + box.width / 2;
  }
  return clientY > box.top + box.height / 2;
}

function send(row, to) {
  const form = row.querySelector("[data-move]");
  const place = document.createElement("input");
  place.type = "hidden";
  place.name = "to";
  place.value = to;
  form.append(place);
  form.submit();
}
