// docs/seal-format.md, "Positions" and "Slots and the note": from the seed to every payload.
import { H, join, open } from './bytes.mjs';

const KEYS = 66;
const NOTE = 20;

/** Twenty-one payloads by number; null where a slot is damaged. */
export function openSlots(seed, hot) {
  const id = H(seed, 'intake', []);
  const places = positions(seed);
  return Array.from({ length: NOTE + 1 }, (_, number) => {
    const box = number === NOTE ? hot.note : hot.slots.subarray(places[number] * 72, (places[number] + 1) * 72);
    return openSlot(seed, number, box, id);
  });
}

export function positions(seed) {
  const places = Array.from({ length: 20 }, (_, i) => i);
  let block = [];
  let blocks = 0;
  for (let i = 19; i > 0; i--) {
    const m = i + 1;
    const limit = Math.floor(256 / m) * m;
    let d;
    do {
      if (block.length === 0) block = [...H(seed, 'positions', [blocks++])];
      d = block.shift();
    } while (d >= limit);
    const j = d % m;
    [places[i], places[j]] = [places[j], places[i]];
  }

  return places;
}

function openSlot(seed, number, box, id) {
  const associated = join([1], id, [number]);
  let key = H(seed, 'slot', [number]);
  for (let tried = 0; tried < KEYS; tried++, key = H(key, 'next', [])) {
    const block = open(box, box.length - 40, associated, key);
    if (block !== null) return unpad(block);
  }

  return null;
}

export function unpad(block) {
  const mark = block.findLastIndex((b) => b !== 0);
  return mark >= 0 && block[mark] === 0x80 ? block.subarray(0, mark) : null;
}
