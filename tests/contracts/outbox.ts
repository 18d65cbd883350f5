import { VOID_KIND, type Operation } from '../../src/domain/envelope.ts';
import type { Outbox } from '../../src/ports/outbox.ts';
import { type Contract, same, throwsProblem } from './contract.ts';
import { anId, sampleMedia, sampleRow, sampleStanding } from './sample-operations.ts';

const AT = '2026-11-22T11:00:00.000Z';
const seqs = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq);
const all = Number.MAX_SAFE_INTEGER;

async function filled(make: () => Promise<Outbox>, count: number): Promise<{ outbox: Outbox; installId: string }> {
  const outbox = await make();
  const { installId } = await outbox.install();
  for (let seq = 1; seq <= count; seq += 1) await outbox.commit(sampleRow(seq, installId), null);
  return { outbox, installId };
}

const idOf = (seq: number) => anId(1000 + seq);

export function outboxContract(make: () => Promise<Outbox>): Contract {
  return {
    'gives the same install every time it is asked': async () => {
      const outbox = await make();
      const first = await outbox.install();
      same(await outbox.install(), first);
      same([first.nextSeq, first.standing, first.cursor], [1, null, null]);
    },
    'takes numbers without a gap and refuses any other': async () => {
      const { outbox, installId } = await filled(make, 2);
      same((await outbox.install()).nextSeq, 3);
      await throwsProblem(() => outbox.commit(sampleRow(4, installId), null), 'conflict');
      await throwsProblem(() => outbox.commit(sampleRow(2, installId, { ct: 'BBBB' }), null), 'conflict');
      await throwsProblem(() => outbox.commit(sampleRow(3, anId(77)), null), 'conflict');
      same((await outbox.counts()).waiting, 2);
    },
    'takes the very same commit twice as one': async () => {
      const { outbox, installId } = await filled(make, 2);
      await outbox.commit(sampleRow(2, installId), null);
      same((await outbox.install()).nextSeq, 3);
      same(seqs(await outbox.list(10)), [2, 1]);
    },
    'sends withdrawals first, then by number, within the bytes': async () => {
      const { outbox, installId } = await filled(make, 2);
      await outbox.commit(sampleRow(3, installId, { kind: 'withdrawal' }), null);
      same(seqs(await outbox.nextToSend(10, all)), [3, 1, 2]);
      same(seqs(await outbox.nextToSend(2, all)), [3, 1]);
      same(seqs(await outbox.nextToSend(10, 1)), [3]);
    },
    'moves rows on and counts them': async () => {
      const { outbox } = await filled(make, 3);
      await outbox.markAll([
        { opId: idOf(1), state: 'stored', problem: null, at: AT },
        { opId: idOf(2), state: 'quarantined', problem: 'unknown-version', at: AT },
        { opId: anId(4), state: 'stored', problem: null, at: AT },
      ]);
      const { waiting, quarantined, oldestWaitingAt, lastStoredAt } = await outbox.counts();
      same([waiting, quarantined, oldestWaitingAt, lastStoredAt], [1, 1, '2026-11-22T10:00:03.000Z', AT]);
      same((await outbox.get(idOf(2)))?.problem, 'unknown-version');
      await outbox.mark(idOf(1), 'applied', null, '2027-01-01T00:00:00.000Z');
      same((await outbox.get(idOf(1)))?.storedAt, AT);
    },
    'offers photos before voice, the smallest first, once the words are stored': async () => {
      const outbox = await make();
      const { installId } = await outbox.install();
      const media = [sampleMedia(1, 'voice', 10), sampleMedia(2, 'photo', 900), sampleMedia(3, 'photo', 20)];
      await outbox.commit(sampleRow(1, installId, { media }), null);
      same(await outbox.nextMedia(), []);
      same((await outbox.counts()).waitingMedia, 3);
      await outbox.mark(idOf(1), 'stored', null, AT);
      const due = async () => (await outbox.nextMedia()).map(({ media: { id } }) => id);
      same(await due(), [anId(9003), anId(9002), anId(9001)]);
      await outbox.markMediaSent(idOf(1), anId(9002));
      await outbox.markMediaSent(idOf(1), anId(9002));
      same(await due(), [anId(9003), anId(9001)]);
      same((await outbox.counts()).waitingMedia, 2);
      await outbox.markMediaMissing(idOf(1), anId(9002));
      same((await due()).length, 3);
    },
    'lets sealed bytes go only when the server holds every part': async () => {
      const outbox = await make();
      const { installId } = await outbox.install();
      await outbox.commit(sampleRow(1, installId, { media: [sampleMedia(1, 'voice', 10)] }), null);
      await throwsProblem(() => outbox.release(idOf(1)), 'conflict');
      await outbox.mark(idOf(1), 'stored', null, AT);
      await throwsProblem(() => outbox.release(idOf(1)), 'conflict');
      same(await outbox.releasable(), []);
      await outbox.markMediaSent(idOf(1), anId(9001));
      same(seqs(await outbox.releasable()), [1]);
      await outbox.release(idOf(1));
      same((await outbox.get(idOf(1)))?.operation, null);
      same(await outbox.knownIds(), { all: new Set([idOf(1)]), held: new Set() });
    },
    'sends again what the server names as missing, and after a restore what is above its word': async () => {
      const { outbox } = await filled(make, 4);
      for (const seq of [1, 2, 3, 4]) await outbox.mark(idOf(seq), 'stored', null, AT);
      await outbox.setStanding(sampleStanding(4));
      same((await outbox.counts()).waiting, 0);
      await outbox.setStanding(sampleStanding(1, { serverEpoch: 'two', missing: [[2, 2]] }));
      same(seqs(await outbox.nextToSend(10, all)), [2, 3, 4]);
      same((await outbox.install()).standing?.serverEpoch, 'two');
    },
    'recovers rows with their numbers and goes on after the highest': async () => {
      const outbox = await make();
      const { installId } = await outbox.install();
      await outbox.commit(sampleRow(1, installId), null);
      const earlier = { ...sampleRow(7, anId(88)) };
      await outbox.recover([sampleRow(1, installId, { ct: 'CCCC' }), sampleRow(5, installId), earlier]);
      same((await outbox.install()).nextSeq, 6);
      same((await outbox.get(idOf(1)))?.operation?.sealed?.ct, 'AAAA');
      same((await outbox.counts()).waiting, 3);
      await outbox.recover([sampleRow(5, installId), earlier]);
      same((await outbox.counts()).waiting, 3);
    },
    'replaces an operation by its void in the same place and number': async () => {
      const outbox = await make();
      const { installId } = await outbox.install();
      const row = sampleRow(1, installId, { codeHash: 'h', media: [sampleMedia(1, 'photo', 5)] });
      await outbox.commit(row, null);
      await outbox.commit(sampleRow(2, installId, { codeHash: 'h' }), null);
      await outbox.mark(idOf(2), 'stored', null, AT);
      const voidOf = (operation: Operation): Operation => ({
        ...operation,
        kind: VOID_KIND,
        media: [],
        sealed: null,
        consentRef: null,
      });
      await throwsProblem(() => outbox.replaceWithVoid(idOf(1), row.operation), 'conflict');
      await outbox.replaceWithVoid(idOf(1), voidOf(row.operation));
      await outbox.replaceWithVoid(idOf(2), voidOf(sampleRow(2, installId).operation));
      const [first, second] = [await outbox.get(idOf(1)), await outbox.get(idOf(2))];
      same([first?.state, first?.seq, first?.operation?.sealed, first?.media], ['waiting', 1, null, []]);
      same([second?.state, second?.operation?.kind], ['withdrawn', VOID_KIND]);
      same(await outbox.findByCodeHash('h'), []);
      same(seqs(await outbox.nextToSend(10, all)), [1]);
      same((await outbox.counts()).waitingMedia, 0);
    },
    'finds rows by code and by entity': async () => {
      const outbox = await make();
      const { installId } = await outbox.install();
      await outbox.commit(sampleRow(1, installId, { codeHash: 'h' }), null);
      await outbox.commit(sampleRow(2, installId, { entity: 1 }), null);
      same(seqs(await outbox.findByCodeHash('h')), [1]);
      same(seqs(await outbox.findByEntity(anId(5001))), [1, 2]);
      same(await outbox.findByCodeHash('other'), []);
    },
    'keeps the cursor and tells of changes': async () => {
      const { outbox, installId } = await filled(make, 1);
      let heard = 0;
      const stop = outbox.subscribe(() => (heard += 1));
      await outbox.setCursor('c1');
      same((await outbox.install()).cursor, 'c1');
      await outbox.commit(sampleRow(2, installId), null);
      const before = heard;
      stop();
      await outbox.setCursor(null);
      same([before > 0, heard === before], [true, true]);
    },
  };
}
