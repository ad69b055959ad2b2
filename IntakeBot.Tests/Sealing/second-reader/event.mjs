// docs/seal-format.md, "Case event": from a seed and one member of the roster to what that member stated.
import { H, digest, hex, join, number, open, refuse, same, verifies, zero } from './bytes.mjs';
import { readRow } from './row.mjs';

export function readEvent(bytes, seed, member) {
  const row = readRow(bytes);
  refuse('row', row.kind !== 'event');
  const [intake, after] = [H(seed, 'intake', []), H(seed, 'after', [])];
  const content = open(row.box, 2672, bytes.subarray(0, 36), H(seed, 'event key', []));
  refuse('event', content === null);
  const event = content.subarray(0, 2608);
  const [author, counter, minute, count, kind, length] = [event[1], number(event, 2, 2), number(event, 4, 4), event[8], event[265], number(event, 266, 2)];
  refuse('event', event[0] !== 1 || author > 31 || counter > 127 || minute > 94371839 || count > 8 || kind === 0 || length > 2340);
  const parents = Array.from({ length: count }, (_, i) => hex(event.subarray(9 + 32 * i, 41 + 32 * i)));
  refuse('event', parents.some((p, i) => i > 0 && p <= parents[i - 1]) || !zero(event.subarray(9 + 32 * count, 265)) || !zero(event.subarray(268 + length)));
  refuse('event', !same(row.place, H(after, 'event place', event.subarray(1, 4)).subarray(0, 16)));
  const body = event.slice(268, 268 + length);
  const known = isKnown(kind, body);
  refuse('event', kind === 4 && known && !isWholeDraft(body, author));
  return [
    `author ${author}`, `counter ${counter}`, `minute ${minute}`, ...parents.map((p) => `parent ${p}`),
    `kind ${kind} ${known ? 'known' : 'unknown'} ${digest(body)}`, `hash ${hex(H(intake, 'event', event))}`,
    `verified ${isVerified(join(intake, event), content.subarray(2608), author, minute, member) ? 'yes' : 'no'}`,
  ];
}

function isVerified(signed, signature, author, minute, member) {
  if (member.place !== author) return false;
  const signedByMember = verifies(member.key, signature, 'case event', signed);
  refuse('event', !signedByMember && Math.floor(minute / 1440) >= member.since);
  return signedByMember;
}

function isKnown(kind, body) {
  if (kind === 1) return body.length === 0;
  if (kind === 2) return body.length === 1 && (body[0] < 32 || body[0] === 255);
  if (kind === 3) return body.length === 1 && body[0] <= 5;
  if (kind === 4) return body.length === 2275;
  if (kind === 5 || kind === 6) return body.length === 8;
  if (kind === 7) return isText(body, 1000, false);
  if (kind === 8) return body.length > 1 && body[0] <= 1 && isText(body.subarray(1), 48, true);
  if (kind === 9) return body.length === 2;
  if (kind === 10) return body.length === 16;
  if (kind === 11) return isText(body, 100, true);
  return kind === 12 && body.length === 1 && body[0] <= 1;
}

const isWholeDraft = (body, author) =>
  same(body.subarray(0, 8), H(null, 'reply id', body.subarray(26, 2146)).subarray(0, 8)) && body[2210] === author;

function isText(body, most, isLine) {
  if (body.length < 1 || body.length > most) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd]/u.test(text) && !(isLine && /^ | $|\n/u.test(text));
  } catch {
    return false;
  }
}
