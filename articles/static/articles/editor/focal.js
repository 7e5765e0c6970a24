// The focal point of a picture: clicked on, and always in the two numbers that the form sends.

for (const form of document.querySelectorAll("[data-focal]")) {
  const surface = form.querySelector("[data-surface]");
  const point = form.querySelector("[data-point]");
  const { x, y } = form.elements;
  const show = () => {
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
  };
  surface.addEventListener("click", (event) => {
    const box = surface.getBoundingClientRect();
    x.value = percent((event.clientX - box.left) / box.width);
    y.value = percent((event.clientY - box.top) / box.height);
    show();
  });
  for (const field of [x, y]) field.addEventListener("input", show);
  show();
}

function percent(share) {
  return (Math.min(1, Math.max(0, share)) * 100).toFixed(1);
}
