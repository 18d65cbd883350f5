import type { Journal } from '../../src/ports/journal.ts';
import { type Contract, same } from './contract.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (from: Uint8Array | undefined) => (from === undefined ? null : new TextDecoder().decode(from));

/** @param reopen closes a journal and opens the same files again; a memory twin gives back itself. */
export function journalContract(
  make: () => Promise<Journal>,
  reopen: (journal: Journal) => Promise<Journal> = async (journal) => journal,
): Contract {
  const read = async (journal: Journal) =>
    (await journal.readOperations()).map((one) => `${one.opId}:${text(one.bytes)}`);
  return {
    'keeps operations in order, the later frame of one in its place': async () => {
      let journal = await make();
      await journal.appendOperation('a', bytes('1'));
      await journal.appendOperation('b', bytes('2'));
      await journal.appendOperation('a', bytes('3'));
      same(await read(journal), ['a:3', 'b:2']);
      same(await journal.operationIds(), new Set(['a', 'b']));
      journal = await reopen(journal);
      same(await read(journal), ['a:3', 'b:2']);
      same(
        (await journal.readOperations(new Set(['b', 'x']))).map(({ opId }) => opId),
        ['b'],
      );
    },
    'keeps only what it is told to keep': async () => {
      let journal = await make();
      for (const opId of ['a', 'b', 'c']) await journal.appendOperation(opId, bytes(opId));
      await journal.keepOnlyOperations(new Set(['b', 'never-here']));
      same(await read(journal), ['b:b']);
      await journal.appendOperation('d', bytes('d'));
      journal = await reopen(journal);
      same(await read(journal), ['b:b', 'd:d']);
    },
    'drops what it is told to drop': async () => {
      let journal = await make();
      for (const opId of ['a', 'b', 'c']) await journal.appendOperation(opId, bytes(opId));
      await journal.dropOperations(new Set(['a', 'c', 'x']));
      journal = await reopen(journal);
      same(await read(journal), ['b:b']);
    },
    'keeps state apart from operations, the last value wins, null removes': async () => {
      let journal = await make();
      await journal.appendOperation('draft/1', bytes('op'));
      await journal.putState('draft/1', bytes('old'));
      await journal.putState('draft/1', bytes('new'));
      await journal.putState('draft/2', bytes(''));
      await journal.putState('draft/3', bytes('x'));
      await journal.putState('draft/3', null);
      await journal.compact();
      journal = await reopen(journal);
      const state = await journal.readState();
      same([...state.keys()].sort(), ['draft/1', 'draft/2']);
      same([text(state.get('draft/1')), text(state.get('draft/2'))], ['new', '']);
      same(await read(journal), ['draft/1:op']);
    },
    'keeps many and large ones': async () => {
      let journal = await make();
      const large = new Uint8Array(300_000).fill(7);
      for (let n = 0; n < 20; n += 1) await journal.appendOperation(`op-${n}`, large);
      journal = await reopen(journal);
      const found = await journal.readOperations();
      same([found.length, found[19]?.bytes.length, found[19]?.bytes[299_999]], [20, 300_000, 7]);
    },
  };
}
