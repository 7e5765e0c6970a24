// How typed text gets from an article's form to the desk, and where it lies while it cannot.
// docs/decisions/autosave.md

// --- What the form holds: read, never changed ---------------------------------------------------

const LEFT_OUT = /^(csrfmiddlewaretoken|autosave|choose-.*)$/;

// [name, value] of each field, as the form would be sent; without what is of this sending alone.
export function typedFields(form) {
  const editors = window.CKEDITOR?.instances ?? {};
  return [...new FormData(form)]
    .filter(([name]) => !LEFT_OUT.test(name))
    .map(([name, value]) => {
      const editor = editors[`id_${name}`];
      return [name, editor?.status === "ready" ? editor.getData() : value];
    });
}

// --- To the server ------------------------------------------------------------------------------

const PATIENCE = 20_000;

// One request, with the newest token: signing in in another window renews it. What became of it:
// kept (with the answer), offline, signed-out, closed, or failed (with a reason).
export async function send(url, message, { keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(message),
      redirect: "manual", // to the door
      keepalive,
      signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return { state: "offline" };
  }
  // Sent to the door, or without the cookie that the token belongs to.
  if (response.type === "opaqueredirect" || response.status === 403) return { state: "signed-out" };
  let answer = {};
  try {
    answer = await response.json();
  } catch {
    // A page for people: a proxy's, perhaps.
  }
  if (response.ok) return { state: "kept", answer };
  if (answer.closed) return { state: "closed" };
  return { state: "failed", reason: answer.reason };
}

// The token that the server compares with the cookie of the same name.
export function token() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("desk_csrf="));
  return cookie?.split("=")[1] ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

// --- In this browser ----------------------------------------------------------------------------
// What has not reached the server yet: one entry for each page, dropped as soon as the server has it.

const PREFIX = "desk-typed.";

const nameOf = ({ person, key }) => `${PREFIX}${person}.${key}`;

// Whether there was room for it.
export function put(entry) {
  try {
    localStorage.setItem(nameOf(entry), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

// Drop the page's entry, unless it holds something newer than `sequence` by now.
export function drop({ person, key, sequence }) {
  const held = read(nameOf({ person, key }));
  if (held && held.sequence <= sequence) localStorage.removeItem(nameOf({ person, key }));
}

// The entries that other pages of this person left behind.
export function others({ person, key }) {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${PREFIX}${person}.`) && name !== nameOf({ person, key }))
      .map(read)
      .filter(Boolean);
  } catch {
    return [];
  }
}

function read(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}
