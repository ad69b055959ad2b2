// Both rows and a member's secret: every slot, and what the answers are.
import { hex, refuse } from './bytes.mjs';
import { isAnswer, isHeading } from './answer.mjs';
import { readRow } from './row.mjs';
import { openSlots } from './slots.mjs';
import { openStanza } from './stanza.mjs';

export function readIntake(coldBytes, hotBytes, secret, rosterPlace) {
  const [cold, hot] = [readRow(coldBytes), readRow(hotBytes)];
  refuse('row', cold.kind !== 'cold' || hot.kind !== 'hot');
  const slots = openSlots(openStanza(cold, hot, secret, rosterPlace), hot);
  return { layer: layerOf(slots), lines: slots.map((payload, number) => `${nameOf(number)} ${text(payload)}`) };
}

function layerOf(slots) {
  if (slots.includes(null)) return 'slot';
  if (!isHeading(slots[0])) return 'heading';
  return slots.slice(1, 16).every(isAnswer) ? 'success' : 'answer';
}

function nameOf(number) {
  if (number < 16) return `S${String(number).padStart(2, '0')}`;
  return number === 16 ? 'M' : number === 20 ? 'note' : `R${number - 16}`;
}

function text(payload) {
  if (payload === null) return 'damaged';
  return payload.length === 0 ? '-' : hex(payload);
}
