// Copies the address in a field. Where the browser keeps its clipboard to itself, the address is
// marked, so that the keyboard can copy it. Without this script the field can be marked by hand.

const SHOWN = 2_000; // milliseconds for which the button says what became of it

for (const field of document.querySelectorAll("[data-copy-field]")) {
  const text = field.querySelector("[data-copy-text]");
  const button = field.querySelector("[data-copy]");
  const label = button.textContent;
  text.addEventListener("focus", () => text.select());
  button.addEventListener("click", async () => {
    const copied = (await write(text.value)) || copyMarked(text);
    button.textContent = copied ? button.dataset.done : button.dataset.failed;
    setTimeout(() => (button.textContent = label), SHOWN);
  });
  button.hidden = false;
}

async function write(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false; // not permitted, or no clipboard outside of https
  }
}

function copyMarked(text) {
  text.focus();
  text.select();
  return document.execCommand("copy");
}
