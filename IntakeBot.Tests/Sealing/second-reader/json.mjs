// JSON as docs/seal-format-keys.md reads it: every name once, whole numbers, nothing beside the one value.

const BLANKS = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null|-?(?:0|[1-9][0-9]*)(?![0-9.eE])/y;

/** The value; null for bytes that are not one. An object is a Map. */
export function parseJson(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const at = { text, index: 0 };
    const value = parse(at);
    blanks(at);
    return at.index === text.length ? value : null;
  } catch {
    return null;
  }
}

/** A Map with exactly these names: the needed ones, and perhaps the others. */
export function hasNames(value, needed, others = []) {
  return value instanceof Map && needed.every((n) => value.has(n)) && [...value.keys()].every((n) => needed.includes(n) || others.includes(n));
}

export const isText = (value) => typeof value === 'string';

export const isList = (value, of) => Array.isArray(value) && value.every(of);

export const isWhole = (value, least, most) => typeof value === 'number' && value >= least && value <= most;

function parse(at) {
  blanks(at);
  const next = at.text[at.index];
  if (next === '{') return list(at, '}', pair, (pairs) => new Map(pairs));
  if (next === '[') return list(at, ']', parse, (values) => values);
  return next === '"' ? JSON.parse(take(at, TEXT)) : JSON.parse(take(at, WORD));
}

function list(at, end, item, made) {
  const items = [];
  at.index++;
  blanks(at);
  if (at.text[at.index] === end) return at.index++, made(items);
  for (;;) {
    items.push(item(at));
    blanks(at);
    const next = at.text[at.index++];
    if (next === end) break;
    if (next !== ',') throw new SyntaxError();
  }

  const value = made(items);
  if (value instanceof Map && value.size !== items.length) throw new SyntaxError();
  return value;
}

function pair(at) {
  blanks(at);
  const name = JSON.parse(take(at, TEXT));
  blanks(at);
  if (at.text[at.index++] !== ':') throw new SyntaxError();
  return [name, parse(at)];
}

const blanks = (at) => take(at, BLANKS);

function take(at, pattern) {
  pattern.lastIndex = at.index;
  const found = pattern.exec(at.text);
  if (found === null) throw new SyntaxError();
  at.index = pattern.lastIndex;
  return found[0];
}
