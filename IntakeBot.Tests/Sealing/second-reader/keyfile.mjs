// docs/seal-format-keys.md, "Server key file".
import { H, hex, join, refuse, sodium, unhex } from './bytes.mjs';

export function readServerKey(bytes) {
  const secret = readKey(bytes, 'IntakeBot server key 1');
  const door = H(H(secret, 'door', []), 'door', new Uint8Array(16)).subarray(0, 16);
  return [`pepper ${hex(H(secret, 'pepper', []))}`, `door ${hex(door)}`];
}

export function readSigningKey(bytes) {
  const keys = sodium.crypto_sign_seed_keypair(readKey(bytes, 'IntakeBot signing key 1'));
  return [`public ${Buffer.from(keys.publicKey).toString('base64url')}`];
}

function readKey(bytes, title) {
  refuse('key file', bytes.length > 512);
  const lines = Buffer.from(bytes).toString('latin1').split('\n').map((l) => l.trim()).filter((l) => l.length > 0);
  refuse('key file', lines.length !== 3 || lines[0] !== title);
  const digits = lines[1].replaceAll(' ', '');
  const check = /^check +([0-9a-fA-F]{8})$/.exec(lines[2]);
  refuse('key file', !/^[0-9a-fA-F]{64}$/.test(digits) || check === null);
  const secret = unhex(digits);
  refuse('key file', hex(H(secret, 'key file', join(title)).subarray(0, 4)) !== check[1].toLowerCase());
  return secret;
}
