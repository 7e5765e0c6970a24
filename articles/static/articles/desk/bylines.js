// Bylines of an article: rows are added, moved and taken out. Without this script two blank rows
// stand there, and an emptied row is left out when the article is saved.

const SEPARATOR = " - ";

for (const box of document.querySelectorAll("[data-bylines]")) begin(box);

function begin(box) {
  const rows = box.querySelector("ol");
  const blank = box.querySelector("template");
  // With a button to add one, no blank row needs to wait but in an empty list.
  for (const row of [...rows.children].slice(1)) if (isBlank(row)) row.remove();
  for (const hidden of box.querySelectorAll(".byline-tools, .byline-add")) hidden.hidden = false;
  number(rows);

  box.addEventListener("click", ({ target }) => {
    const row = target.closest(".byline-row");
    if (target.matches("[data-byline-add]")) {
      const added = blank.content.firstElementChild.cloneNode(true);
      added.querySelector(".byline-tools").hidden = false;
      rows.append(added);
      nameOf(added).focus();
    } else if (target.matches("[data-byline-up]")) {
      row.previousElementSibling?.before(row);
      target.focus();
    } else if (target.matches("[data-byline-down]")) {
      row.nextElementSibling?.after(row);
      target.focus();
    } else if (target.matches("[data-byline-remove]")) {
      if (rows.children.length > 1) row.remove();
      else for (const input of row.querySelectorAll("input")) input.value = "";
      (rows.lastElementChild.querySelector("input[type=text]")).focus();
    } else {
      return;
    }
    number(rows);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Ids follow the order, and so does what stands before a name: nothing before the first.
function number(rows) {
  [...rows.children].forEach((row, place) => {
    const name = nameOf(row);
    name.id = `${rows.parentElement.id}-${place}`;
    const separator = row.querySelector(".byline-separator input");
    separator.closest("label").hidden = place === 0;
    if (place === 0) {
      separator.dataset.kept = separator.value || separator.dataset.kept || "";
      separator.value = "";
    } else if (!separator.value) {
      separator.value = separator.dataset.kept || SEPARATOR;
    }
    row.querySelector("[data-byline-up]").disabled = place === 0;
    row.querySelector("[data-byline-down]").disabled = place === rows.children.length - 1;
  });
}

function nameOf(row) {
  return row.querySelector(".byline-name input");
}

function isBlank(row) {
  return !nameOf(row).value && !row.querySelector(".byline-role input").value;
}
