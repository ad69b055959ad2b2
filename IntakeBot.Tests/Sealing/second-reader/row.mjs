// docs/seal-format.md, "Rows".
import { H, digest, hex, number, refuse, same, zero } from './bytes.mjs';

const STANZA = 1192;

export function readRow(bytes) {
  refuse('row', bytes.length < 36 + 32 || bytes[0] !== 1);
  refuse('row', !same(H(null, 'row', bytes.subarray(0, -32)), bytes.subarray(-32)));
  const head = { place: bytes.slice(2, 18), version: bytes.slice(18, 34), expires: number(bytes, 34, 2) };
  if (bytes[1] === 0x48) return hotRow(bytes, head);
  if (bytes[1] === 0x4d) return mailbox(bytes, head);
  if (bytes[1] === 0x54) return tombstone(bytes, head);
  if (bytes[1] === 0x56) return event(bytes, head);
  refuse('row', bytes[1] !== 0x43);
  return coldRow(bytes, head);
}

function hotRow(bytes, head) {
  refuse('row', bytes.length !== 2780);
  return { ...head, kind: 'hot', door: bytes.slice(36, 52), blob: bytes.slice(52, 988), slots: bytes.slice(988, 2428), note: bytes.slice(2428, 2748) };
}

function coldRow(bytes, head) {
  const places = bytes[104];
  refuse('row', bytes.length < 105 + 32 || ![4, 8, 16, 32].includes(places) || bytes.length !== 105 + STANZA * places + 32);
  const stanzas = bytes.slice(105, 105 + STANZA * places);
  return { ...head, kind: 'cold', epoch: number(bytes, 36, 4), remove: bytes.slice(40, 72), extend: bytes.slice(72, 104), places, stanzas };
}

function mailbox(bytes, head) {
  refuse('row', bytes.length !== 7962);
  const key = bytes.slice(52, 1268);
  refuse('row', zero(key.subarray(0, 1184)) || zero(key.subarray(1184)) || !same(H(null, 'mailbox', key).subarray(0, 16), head.place));
  const replies = [0, 1, 2].map((i) => bytes.slice(1564 + 2122 * i, 1564 + 2122 * (i + 1)))
    .map((kept) => ({ last: number(kept, 0, 2), sealed: kept.slice(2) }));
  return { ...head, kind: 'mailbox', tag: bytes.slice(36, 52), key, box: bytes.slice(1268, 1564), replies };
}

function tombstone(bytes, head) {
  refuse('row', bytes.length !== 68);
  return { ...head, kind: 'tombstone' };
}

function event(bytes, head) {
  refuse('row', bytes.length !== 2780);
  return { ...head, kind: 'event', box: bytes.slice(36, 2748) };
}

export function rowLines(row) {
  const head = [`kind ${row.kind}`, `place ${hex(row.place)}`, `version ${hex(row.version)}`, `expires ${row.expires}`];
  if (row.kind === 'tombstone') return head;
  if (row.kind === 'event') return [...head, `box ${digest(row.box)}`];
  if (row.kind === 'mailbox') return [...head, `tag ${hex(row.tag)}`, `key ${digest(row.key)}`, `box ${digest(row.box)}`, ...row.replies.map((r) => `reply ${r.last} ${hex(H(null, 'reply id', r.sealed).subarray(0, 16))} ${digest(r.sealed)}`)];
  return row.kind === 'hot'
    ? [...head, `door ${hex(row.door)}`, `blob ${digest(row.blob)}`, `slots ${digest(row.slots)}`, `note ${digest(row.note)}`]
    : [...head, `epoch ${row.epoch}`, `remove hash ${hex(row.remove)}`, `extend hash ${hex(row.extend)}`, `places ${row.places}`, `stanzas ${digest(row.stanzas)}`];
}
