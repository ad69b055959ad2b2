// docs/seal-format.md, "Receipt code", "Mailbox" and "Reply": from a code to the replies.
import { H, digest, hex, join, number, open, refuse, same, sodium, zero } from './bytes.mjs';
import { readRow } from './row.mjs';
import { unpad } from './slots.mjs';

const NAMES = ['M', 'R1', 'R2', 'R3'];

export function readMailbox(bytes, server, code, passes, kibibytes) {
  const row = readRow(bytes);
  refuse('row', row.kind !== 'mailbox');
  const pepper = H(server, 'pepper', []);
  const root = sodium.crypto_pwhash(
    32, H(pepper, 'code', new TextEncoder().encode(code)), H(pepper, 'code salt', []).subarray(0, 16),
    passes, kibibytes * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
  const tag = H(root, 'mailbox tag', []).subarray(0, 16);
  refuse('mailbox', !same(tag, row.tag));
  const box = open(row.box, 256, join([1], tag), H(root, 'mailbox box', []));
  refuse('mailbox', box === null || !isWhole(box));
  const keys = sodium.crypto_kem_seed_keypair(H(root, 'reply key', []));
  return [...boxLines(box), ...row.replies.map((r) => `reply ${r.last} ${readReply(r.sealed, keys, row.place)}`)];
}

function isWhole(box) {
  const positions = [...box.subarray(81, 85)];
  return box[0] === 1 && positions.every((p) => p < 20) && new Set(positions).size === 4
    && box.subarray(85, 89).every((c) => c <= 64) && zero(box.subarray(217));
}

const boxLines = (box) => [
  `intake place ${hex(box.subarray(1, 17))}`, `intake ${hex(box.subarray(17, 49))}`, `A ${hex(box.subarray(49, 81))}`,
  ...NAMES.map((name, i) => `${name} position ${box[81 + i]} changes ${box[85 + i]} key ${hex(box.subarray(89 + 32 * i, 121 + 32 * i))}`),
];

function readReply(sealed, keys, place) {
  const ciphertext = sealed.subarray(0, 1120);
  let shared;
  try {
    shared = sodium.crypto_kem_dec(ciphertext, keys.privateKey);
  } catch {
    return '-';
  }

  const block = open(sealed.subarray(1120), 960, join([1], place), H(shared, 'reply', join(ciphertext, keys.publicKey)));
  const payload = block === null ? null : unpad(block);
  const text = payload === null || payload.length <= 12 ? null : textOf(payload.subarray(12));
  const tag = text === null ? null : /^([A-Za-z0-9-]{2,12})\0*$/.exec(Buffer.from(payload.subarray(0, 12)).toString('latin1'));
  return tag ? `${tag[1]} ${digest(text)}` : '-';
}

/** At most 300 UTF-16 units, not all blank, without control characters but the line end, and well formed. */
function textOf(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }

  return text.length >= 1 && text.length <= 300 && /\S/u.test(text) && !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd]/u.test(text) ? text : null;
}
