import { expect, it } from 'vitest';
import { anEntry } from '../helpers/directory.ts';
import { oneEngine } from '../helpers/simulation/one-engine.ts';

it('what the tablet told itself stays until its own record came back, and goes by the receipt of that very record', async () => {
  const rows: unknown[] = [];
  const one = oneEngine({
    transport: () => ({ pull: async () => ({ rows: rows.splice(0), cursor: 'c', more: false }) }),
  });
  const { reference } = one.deps;
  const [first, second] = [await one.finish(), await one.finish()];
  for (const { opId } of [first, second])
    await reference.keepOwn({ opId, entityId: `entity-${opId}`, entry: anEntry('a'), observation: null });
  const told = async () => (await reference.own()).map(({ opId }) => opId);
  const receipt = (opId: string, state: string) => ({
    kind: 'receipt',
    id: opId,
    value: { opId, state, problem: null, mediaMissing: [] },
  });

  one.engine.start();
  await one.pass(5_000);
  rows.push(receipt(first.opId, 'waiting'), receipt(second.opId, 'quarantined'));
  one.engine.nudge();
  await one.pass(5_000);
  expect((await told()).sort()).toEqual([first.opId, second.opId].sort());

  rows.push(receipt(first.opId, 'applied'));
  one.engine.nudge();
  await one.pass(5_000);
  expect(await told()).toEqual([second.opId]);

  rows.push(receipt(second.opId, 'withdrawn'));
  one.engine.nudge();
  await one.pass(5_000);
  expect(await told()).toEqual([]);
});
