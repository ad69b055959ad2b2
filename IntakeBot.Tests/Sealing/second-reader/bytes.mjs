// What every part needs: H, boxes, numbers and texts. docs/seal-format.md, "Conventions", "Primitives" and "H".
import { createHash } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

await sodium.ready;
export { sodium };

const ascii = new TextEncoder();

/** A layer that refuses what it was given. It does not say why. */
export class Refused extends Error {
  constructor(layer) {
    super(layer);
    this.layer = layer;
  }
}

export function refuse(layer, wrong) {
  if (wrong) throw new Refused(layer);
}

export const join = (...parts) => Uint8Array.from(Buffer.concat(parts.map((p) => (typeof p === 'string' ? ascii.encode(p) : Uint8Array.from(p)))));

export const hex = (bytes) => Buffer.from(bytes).toString('hex');

export const unhex = (text) => Uint8Array.from(Buffer.from(text, 'hex'));

export const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const same = (a, b) => a.length === b.length && Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

export const zero = (bytes) => bytes.every((b) => b === 0);

/** Unsigned, big-endian. */
export function number(bytes, at, size) {
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + bytes[at + i];
  return value;
}

export function big(value, size) {
  const bytes = new Uint8Array(size);
  for (let i = size - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}

export const H = (key, label, message) => sodium.crypto_generichash(32, join('IntakeBot v1 ', label, [0], message), key);

/** The plaintext; null for another length, another tag. */
export function open(box, size, associated, key) {
  if (box.length !== size + 40) return null;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box.subarray(24), associated, box.subarray(0, 24), key);
  } catch {
    return null;
  }
}

/** Bytes of base64url without padding, blanks or idle bits; null for any other text. */
export function base64url(text) {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? Uint8Array.from(bytes) : null;
}

/** A public Ed25519 key; null for any other text. */
export function publicKey(text) {
  const bytes = base64url(text);
  return bytes !== null && bytes.length === 32 && !zero(bytes) ? bytes : null;
}

export const verifies = (key, signature, purpose, message) =>
  signature.length === 64 && sodium.crypto_sign_verify_detached(signature, join('IntakeBot ', purpose, ' v1', [0], message), key);
