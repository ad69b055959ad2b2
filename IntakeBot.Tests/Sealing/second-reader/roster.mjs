// docs/seal-format-keys.md, "Roster, epoch keys and pin". The layer is the file that is refused.
import { H, hex, publicKey, refuse, verifies } from './bytes.mjs';
import { hasNames, isText, isWhole, parseJson } from './json.mjs';
import { readMember } from './member.mjs';
import { breaksRules, dayOf, epochOf, hasForm, isNamed } from './rules.mjs';

const text = (bytes) => Buffer.from(bytes).toString('latin1').trim();

export function readRoster(files, today, desksInUse) {
  const wrong = new Set();
  const check = (layer, good) => good || void wrong.add(layer);
  const organisation = files.has('config/organisation.pub') ? publicKey(text(files.get('config/organisation.pub'))) : null;
  check('organisation', organisation !== null);
  const pin = readPin(files.get('data/pinned.json'), organisation, check);
  const bytes = files.get('config/roster.json');
  const signature = readSignature(files.get('config/roster.sig'));
  check('signature', signature !== null);
  check('roster', organisation === null || signature === null || verifies(organisation, signature, 'roster', bytes));
  const roster = parseJson(bytes);
  if (!check('roster', hasForm(roster))) return end(wrong);

  const hash = hex(H(null, 'roster', bytes));
  const serial = roster.get('serial');
  check('roster', pin === null || serial > pin.get('serial') || (serial === pin.get('serial') && hash === pin.get('hash')));
  check('roster', !breaksRules(roster, today));
  const epoch = epochOf(roster, today);
  const members = roster.get('members').filter(isNamed).map((m) => memberOf(m, files, check)).sort((a, b) => a.place - b.place);
  const stated = members.flatMap((m) => [...m.keys.values()].map(hex));
  check('roster', new Set(stated).size === stated.length);
  check('roster', desksInUse.every((d) => members.some((m) => isRecipient(m, d, epoch))));
  if (wrong.size > 0) return end(wrong);
  return lines(roster, text(files.get('config/organisation.pub')), organisation, hash, epoch, members);
}

const isRecipient = (m, desk, epoch) => m.desk === desk && m.role !== 'auditor' && (epoch === null || m.keys.has(epoch));

function end(wrong) {
  refuse([...wrong].sort().join('+'), true);
}

function readPin(bytes, organisation, check) {
  if (bytes === undefined) return null;
  const pin = parseJson(bytes);
  const good = hasNames(pin, ['organisation', 'serial', 'hash']) && isText(pin.get('organisation')) && isText(pin.get('hash')) && isWhole(pin.get('serial'), 0, 0xffffffff);
  if (!check('pin', good)) return null;
  const pinned = publicKey(pin.get('organisation'));
  check('pin', pinned !== null && (organisation === null || hex(pinned) === hex(organisation)));
  return pin;
}

/** Sixty-four bytes of base64, with blanks only around them. */
function readSignature(bytes) {
  if (bytes === undefined) return null;
  const signature = Buffer.from(text(bytes), 'base64');
  return signature.length === 64 && signature.toString('base64') === text(bytes) ? Uint8Array.from(signature) : null;
}

function memberOf(m, files, check) {
  const member = { place: m.get('place'), name: m.get('pseudonym'), role: m.get('role'), desk: m.get('desk'), text: m.get('signingKey'), recovery: m.get('recovery') === true, keys: new Map() };
  if (member.role !== 'auditor') {
    member.keys = readMember(files.get(`config/members/${member.name}.json`), publicKey(member.text), member.text, () => check('member', false));
  }

  return member;
}

function lines(roster, organisation, key, hash, epoch, members) {
  const exchange = roster.get('exchange');
  const recipients = (desk) => {
    const places = Array(roster.get('places')).fill('-');
    for (const m of members.filter((m) => isRecipient(m, desk, epoch))) places[m.place] = m.place;
    return places.some((p) => p !== '-') ? places.join(' ') : 'nobody';
  };
  return [
    `organisation ${organisation}`, `fingerprint ${fingerprint(key)}`, `hash ${hash}`, `serial ${roster.get('serial')}`,
    `not after ${dayOf(roster.get('notAfter'))}`, `epoch ${epoch}`, `places ${roster.get('places')}`, `approvals ${roster.get('approvals')}`,
    ...roster.get('desks').map((d) => `desk ${d}: ${recipients(d)}`), `exchange ${exchange.get('address')} ${exchange.get('publicKey')}`,
    ...roster.get('questionnaires').map((q) => `questionnaire ${q}`),
    ...members.map((m) => `member ${m.place} ${m.name} ${m.role} ${m.desk} ${m.text} ${m.recovery ? 'recovery' : '-'} epochs ${[...m.keys.keys()].sort((a, b) => a - b).join(',')}`),
  ];
}

function fingerprint(key) {
  const value = BigInt(`0x${hex(H(null, 'fingerprint', key).subarray(0, 16))}`) % 10n ** 20n;
  return value.toString().padStart(20, '0').match(/.{4}/g).join(' ');
}
