// The strip at the foot of an article: print, and copy the address. Without this script, or where
// the browser cannot copy, the page is whole and the buttons are not there.

for (const strip of document.querySelectorAll("[data-share]")) {
  const print = strip.querySelector("[data-print]");
  const copy = strip.querySelector("[data-copy]");
  print.addEventListener("click", () => window.print());
  if (navigator.clipboard) {
    const label = copy.textContent;
    copy.addEventListener("click", async () => {
      const canonical = document.querySelector("link[rel=canonical]");
      await navigator.clipboard.writeText(canonical ? canonical.href : location.href);
      copy.textContent = copy.dataset.done;
      setTimeout(() => (copy.textContent = label), 2000);
    });
  } else {
    copy.remove();
  }
  strip.querySelector(".share-tools").hidden = false;
}
