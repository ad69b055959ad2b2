// docs/seal-format.md, "Stanza": from a member's secret to the seed.
import { H, join, open, refuse, same, sodium } from './bytes.mjs';

const SIZE = 1192;

export function openStanza(cold, hot, secret, rosterPlace) {
  refuse('stanza', !same(cold.place, hot.place) || rosterPlace >= cold.places);
  const stanza = cold.stanzas.subarray(rosterPlace * SIZE, (rosterPlace + 1) * SIZE);
  const ciphertext = stanza.subarray(0, 1120);
  const keys = sodium.crypto_kem_seed_keypair(secret);
  const key = H(decapsulate(ciphertext, keys.privateKey), 'stanza', join(ciphertext, keys.publicKey));
  const seed = open(stanza.subarray(1120), 32, join([1], cold.place, [rosterPlace]), key);
  refuse('stanza', seed === null);
  return seed;
}

function decapsulate(ciphertext, secretKey) {
  let shared = null;
  try {
    shared = sodium.crypto_kem_dec(ciphertext, secretKey);
  } catch {
    refuse('stanza', true);
  }

  return shared;
}
