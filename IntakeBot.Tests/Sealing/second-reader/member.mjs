// docs/seal-format-keys.md: members/PSEUDONYM.json.
import { base64url, big, join, sodium, verifies, zero } from './bytes.mjs';
import { hasNames, isList, isText, isWhole, parseJson } from './json.mjs';

const isStatement = (value) => hasNames(value, ['epoch', 'key', 'signature'])
  && isWhole(value.get('epoch'), 0, 0xffffffff) && isText(value.get('key')) && isText(value.get('signature'));

/** Epoch to key; a wrong file or statement is told to `wrong`. */
export function readMember(bytes, signingKey, signingText, wrong) {
  const document = bytes && parseJson(bytes);
  const keys = new Map();
  if (!hasNames(document, ['signingKey', 'epochs']) || !isList(document.get('epochs'), isStatement) || document.get('signingKey') !== signingText) {
    wrong();
    return keys;
  }

  for (const statement of document.get('epochs')) {
    const [epoch, key, signature] = [statement.get('epoch'), base64url(statement.get('key')), base64url(statement.get('signature'))];
    const good = key !== null && canSealTo(key) && signature !== null
      && verifies(signingKey, signature, 'epoch key', join(big(epoch, 4), key)) && !keys.has(epoch);
    if (good) keys.set(epoch, key);
    else wrong();
  }

  return keys;
}

function canSealTo(key) {
  if (key.length !== 1216 || zero(key.subarray(0, 1184)) || zero(key.subarray(1184))) return false;
  try {
    return sodium.crypto_kem_enc(key) !== null;
  } catch {
    return false;
  }
}
