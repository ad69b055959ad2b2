// node read.mjs vectors FOLDER   one line a vector: name, layer, digest of what was read
// node read.mjs open             lines of "COLD HOT SECRET PLACE" (hexadecimal, and a number) from stdin; the slots of each
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused, digest, unhex } from './bytes.mjs';
import { readBlob } from './blob.mjs';
import { readEvent } from './event.mjs';
import { readIdentity } from './identity.mjs';
import { readIntake } from './intake.mjs';
import { readServerKey, readSigningKey } from './keyfile.mjs';
import { readMailbox } from './mailbox.mjs';
import { readRoster } from './roster.mjs';
import { readRow, rowLines } from './row.mjs';
import { readToken } from './token.mjs';
import { readVector } from './vector.mjs';

const success = (lines) => ({ layer: 'success', lines });

const readers = {
  row: ({ parts }) => success(rowLines(readRow(parts.get('row')))),
  intake: ({ headers, parts }) => readIntake(parts.get('cold'), parts.get('hot'), unhex(headers.secret), Number(headers['roster place'])),
  blob: ({ headers, parts }) => success(readBlob(parts.get('hot'), unhex(headers['server key']), unhex(headers.k), Number(headers.steps))),
  mailbox: ({ headers, parts }) => success(readMailbox(parts.get('mailbox'), unhex(headers['server key']), headers.code, Number(headers.passes), Number(headers.kibibytes))),
  event: ({ headers, parts }) => success(readEvent(parts.get('event'), unhex(headers.seed), { place: Number(headers['member place']), key: unhex(headers['member key']), since: Number(headers.since) })),
  token: ({ headers, parts }) => readToken(parts.get('token'), unhex(headers['server key']), headers.bot, headers.person),
  roster: ({ headers, parts }) => success(readRoster(parts, Number(headers.today), headers.desks.split(' '))),
  identity: ({ headers, parts }) => success(readIdentity(parts.get('identity'), unhex(headers.passphrase))),
  'server key': ({ parts }) => success(readServerKey(parts.get('key'))),
  'signing key': ({ parts }) => success(readSigningKey(parts.get('key'))),
};

function verdictOf(read) {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof Refused) return { layer: failure.layer, lines: [] };
    throw failure;
  }
}

const textOf = (lines) => lines.map((l) => `${l}\n`).join('');

function vectors(folder) {
  for (const file of readdirSync(folder).filter((f) => f.endsWith('.txt')).sort()) {
    const vector = readVector(join(folder, file));
    const { layer, lines } = verdictOf(() => readers[vector.headers.kind](vector));
    console.log([vector.name, layer, digest(textOf(lines))].join('\t'));
    const agrees = layer === vector.headers.expect && textOf(lines) === vector.reads;
    if (!agrees) {
      console.error(`${vector.name}: ${vector.headers.expect} is expected, this reader says ${layer}\n${textOf(lines)}`);
      process.exitCode = 1;
    }
  }
}

function open() {
  for (const line of readFileSync(0, 'utf8').split('\n').filter((l) => l.length > 0)) {
    const [cold, hot, secret, place] = line.split(' ');
    const { layer, lines } = verdictOf(() => readIntake(unhex(cold), unhex(hot), unhex(secret), Number(place)));
    console.log(`${layer}\n${textOf(lines)}`);
  }
}

const [verb, folder] = process.argv.slice(2);
if (verb === 'vectors' && folder) vectors(folder);
else if (verb === 'open') open();
else {
  console.error('node read.mjs vectors FOLDER | node read.mjs open < ROWS');
  process.exitCode = 2;
}
