// docs/seal-format-keys.md, "Identity file".
import { digest, number, open, refuse, sodium } from './bytes.mjs';

const HEADER = 26;
const EPOCH = 36;

export function readIdentity(bytes, passphrase) {
  refuse('identity', bytes.length > 4096 || bytes.length < HEADER + 40 || bytes[0] !== 1 || bytes[1] !== 0x49);
  const [passes, kibibytes] = [number(bytes, 2, 4), number(bytes, 6, 4)];
  refuse('identity', passes < 1 || passes > 16 || kibibytes < 8 || kibibytes > 1_048_575);
  const key = sodium.crypto_pwhash(32, passphrase, bytes.subarray(10, HEADER), passes, kibibytes * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
  const content = open(bytes.subarray(HEADER), bytes.length - HEADER - 40, bytes.subarray(0, HEADER), key);
  refuse('identity', content === null || content.length < 32 || (content.length - 32) % EPOCH !== 0 || content.length > 32 + 64 * EPOCH);
  const lines = [`signing ${Buffer.from(sodium.crypto_sign_seed_keypair(content.subarray(0, 32)).publicKey).toString('base64url')}`];
  for (let at = 32, last = -1; at < content.length; at += EPOCH) {
    const epoch = number(content, at, 4);
    refuse('identity', epoch <= last);
    last = epoch;
    lines.push(`epoch ${epoch} ${digest(sodium.crypto_kem_seed_keypair(content.subarray(at + 4, at + EPOCH)).publicKey)}`);
  }

  return lines;
}
