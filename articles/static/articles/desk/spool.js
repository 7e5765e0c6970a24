// What has been typed and not reached the server yet, in this browser's own storage: one entry for
// each page, dropped as soon as the server has it. docs/decisions/autosave.md

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
