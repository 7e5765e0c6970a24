// Django's choices by completion (select2) say nothing of what they choose: lend each its field's label.
for (const label of document.querySelectorAll("label[for]")) {
  label.id ||= `label-${label.htmlFor}`;
}

// After Django's own script has made them.
window.django.jQuery(() => {
  for (const shown of document.querySelectorAll(".select2-selection__rendered")) {
    const select = shown.closest(".select2-container").previousElementSibling;
    const label = document.querySelector(`label[for="${select.id}"]`);
    if (!label) continue;
    shown.setAttribute("aria-labelledby", label.id);
    shown.closest(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
  }
});
