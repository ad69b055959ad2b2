// docs/seal-format.md, "Step key" and "Blob".
import { H, digest, hex, join, number, open, refuse, zero } from './bytes.mjs';
import { isHeading } from './answer.mjs';
import { isCode } from './code.mjs';
import { readRow } from './row.mjs';

export function readBlob(hotBytes, server, k, steps) {
  const hot = readRow(hotBytes);
  refuse('row', hot.kind !== 'hot');
  const state = H(server, 'state', []);
  for (let step = 0; step <= steps; step++, k = H(k, 'step', []).subarray(0, 16)) {
    const blob = open(hot.blob, 896, join([1], hot.place), H(state, 'blob', k));
    if (blob !== null && isWhole(blob)) return [`steps ${step}`, ...lines(blob)];
  }

  return refuse('blob', true);
}

function isWhole(blob) {
  const positions = [...blob.subarray(108, 128)].sort((a, b) => a - b);
  return blob[0] === 1 && blob[2] <= 15 && blob[3] <= 2 && isHeading(blob.subarray(16, 44))
    && positions.every((p, i) => p === i)
    && blob.subarray(128, 149).every((c) => c <= 64)
    && zero(blob.subarray(149, 165)) === zero(blob.subarray(165, 181))
    && (blob.subarray(181, 191).every((b) => b === 0xff) || isCode(hex(blob.subarray(181, 191))))
    && blob[191] === 0 && zero(blob.subarray(864));
}

function lines(blob) {
  const part = (at, size) => hex(blob.subarray(at, at + size));
  const commits = number(blob, 4, 2);
  const wornOut = commits >= 1000 || blob.subarray(128, 149).includes(64);
  return [
    `form ${blob[1]}`, `language ${blob[2]}`, `stage ${blob[3]}`, `commits ${commits}`, `toggles ${part(6, 2)}`, `to ask ${part(8, 4)}`,
    `flags ${part(12, 4)}`, `heading ${part(16, 28)}`, `intake ${part(44, 32)}`, `A ${part(76, 32)}`, `positions ${part(108, 20)}`,
    `changes ${part(128, 21)}`, `keys ${digest(blob.subarray(192, 864))}`, `worn out ${wornOut ? 'yes' : 'no'}`,
    ...(zero(blob.subarray(149, 181)) ? [] : [`way back ${part(149, 16)} ${part(165, 16)}`]),
    ...(blob[181] === 0xff ? [] : [`code ${part(181, 10).replace(/(.{4})(?=.)/g, '$1 ')}`]),
  ];
}
