// docs/seal-format-keys.md: the form of roster.json, and the rules that need no other file.
import { publicKey } from './bytes.mjs';
import { hasNames, isList, isText, isWhole } from './json.mjs';

const INT = 0x7fffffff;
const ROLES = ['staff', 'lead', 'auditor'];
const NEEDED = ['serial', 'notAfter', 'epochStart', 'places', 'approvals', 'desks', 'exchange', 'questionnaires', 'members'];

export const isName = (text) => /^[a-z0-9-]{1,32}$/.test(text) && !text.endsWith('\n');

const isMember = (m) => hasNames(m, ['place', 'pseudonym', 'role', 'desk', 'signingKey'], ['recovery', 'since'])
  && isWhole(m.get('place'), -INT - 1, INT) && ['pseudonym', 'role', 'desk', 'signingKey'].every((n) => isText(m.get(n)))
  && [undefined, true, false].includes(m.get('recovery')) && (m.get('since') == null || isText(m.get('since')));

const isVacated = (v) => hasNames(v, ['place', 'day']) && isWhole(v.get('place'), -INT - 1, INT) && isText(v.get('day'));

export const hasForm = (r) => hasNames(r, NEEDED, ['epochDays', 'vacated'])
  && (r.get('vacated') == null || isList(r.get('vacated'), isVacated))
  && isWhole(r.get('serial'), 0, 0xffffffff) && isText(r.get('notAfter')) && isText(r.get('epochStart'))
  && ['places', 'approvals'].every((n) => isWhole(r.get(n), -INT - 1, INT))
  && (r.get('epochDays') == null || isWhole(r.get('epochDays'), -INT - 1, INT))
  && isList(r.get('desks'), isText) && isList(r.get('questionnaires'), isText) && isList(r.get('members'), isMember)
  && hasNames(r.get('exchange'), ['address', 'publicKey']) && isText(r.get('exchange').get('address')) && isText(r.get('exchange').get('publicKey'));

/** Days since 1970-01-01; null for no day. */
export function dayOf(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  const day = time / 86_400_000;
  return Number.isInteger(day) && day >= 0 && day <= 65_535 && new Date(time).toISOString().startsWith(text) ? day : null;
}

const twice = (list) => new Set(list).size !== list.length;

export const isNamed = (m) => isName(m.get('pseudonym')) && ROLES.includes(m.get('role')) && publicKey(m.get('signingKey')) !== null;

/** The epoch of a day; null where the roster does not say which it is. */
export function epochOf(r, today) {
  const [start, days] = [dayOf(r.get('epochStart')), r.get('epochDays') ?? 28];
  return start === null || start > today || days < 1 ? null : Math.floor((today - start) / days);
}

/** True where a rule is broken. */
export function breaksRules(r, today) {
  const [start, end, days] = [dayOf(r.get('epochStart')), dayOf(r.get('notAfter')), r.get('epochDays') ?? 28];
  const [desks, members] = [r.get('desks'), r.get('members')];
  return r.get('serial') === 0 || ![4, 8, 16, 32].includes(r.get('places')) || ![1, 2].includes(r.get('approvals'))
    || days < 1 || days > 366 || start === null || end === null || end < today || start > today
    || desks.length === 0 || !desks.every(isName) || twice(desks)
    || r.get('questionnaires').length === 0 || !r.get('questionnaires').every((q) => /^[0-9a-f]{40}$/.test(q))
    || !isAddress(r.get('exchange').get('address')) || publicKey(r.get('exchange').get('publicKey')) === null
    || ['place', 'pseudonym', 'signingKey'].some((n) => twice(members.map((m) => m.get(n))))
    || members.some((m) => !isNamed(m) || m.get('place') < 0 || m.get('place') >= r.get('places') || !desks.includes(m.get('desk')) || !isPast(m.get('since') ?? r.get('epochStart'), today))
    || breaksRest(r, today);
}

const isPast = (text, today) => dayOf(text) !== null && dayOf(text) <= today;

/** A place that somebody left is nobody's for 180 days. */
function breaksRest(r, today) {
  const vacated = r.get('vacated') ?? [];
  const rests = (place) => vacated.some((v) => v.get('place') === place && today - dayOf(v.get('day')) < 180);
  return twice(vacated.map((v) => v.get('place')))
    || vacated.some((v) => v.get('place') < 0 || v.get('place') >= r.get('places') || !isPast(v.get('day'), today))
    || r.get('members').some((m) => rests(m.get('place')));
}

function isAddress(text) {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
