// Loaded into the server before anything else: what it draws by chance, such as ids, is the same each time it is started.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let state = 7;
const byte = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  return state >>> 24;
};
const fill = (into) => {
  const view = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  for (let at = 0; at < view.length; at += 1) view[at] = byte();
  return into;
};
const uuid = () => {
  const hex = fill(Buffer.alloc(16)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};
crypto.randomBytes = (size) => fill(Buffer.alloc(size));
crypto.randomUUID = uuid;
syncBuiltinESMExports();
globalThis.crypto.getRandomValues = fill;
globalThis.crypto.randomUUID = uuid;
