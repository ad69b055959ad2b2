// docs/seal-format.md, "Callback token".
import { H, base64url, hex, join, number, refuse, same } from './bytes.mjs';

export function readToken(textBytes, server, bot, person) {
  const text = Buffer.from(textBytes).toString('latin1');
  refuse('token', !/^[A-Za-z0-9_-]{64}$/.test(text) || text.endsWith('\n'));
  const bytes = base64url(text);
  refuse('token', bytes[0] !== 1);
  const mac = H(H(server, 'mac', []), 'token', join(bytes.subarray(0, 36), signed(bot), signed(person)));
  const step = number(bytes, 1, 2);
  return {
    layer: same(mac.subarray(0, 12), bytes.subarray(36)) ? 'success' : 'mac',
    lines: [`language ${step >> 12}`, `step ${step & 0xfff}`, `option ${bytes[3]}`, `L ${hex(bytes.subarray(4, 20))}`, `k ${hex(bytes.subarray(20, 36))}`],
  };
}

function signed(id) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(id));
  return bytes;
}
