// A vector's file: headers, a blank line, parts. ../vectors/README.md.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export function readVector(file) {
  const [head, ...rest] = readFileSync(file, 'utf8').split('\n\n');
  const vector = { name: basename(file, '.txt'), headers: {}, parts: new Map(), reads: '' };
  for (const line of head.split('\n')) {
    const colon = line.indexOf(': ');
    vector.headers[line.slice(0, colon)] = line.slice(colon + 2);
  }

  let part = null;
  for (const line of rest.join('\n\n').split('\n').slice(0, -1)) {
    if (line.startsWith('[')) vector.parts.set((part = line.slice(1, -1)), []);
    else vector.parts.get(part).push(line);
  }

  vector.reads = vector.parts.get('reads').map((l) => `${l}\n`).join('');
  vector.parts.delete('reads');
  for (const [name, lines] of vector.parts) vector.parts.set(name, Uint8Array.from(Buffer.from(lines.join(''), 'base64')));
  return vector;
}
