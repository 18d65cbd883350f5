import { describe, expect, test } from 'vitest';
import { changeItem } from '../../../src/features/desk/record/change-item.ts';
import { anOrganisation, BEN, entity } from './memory-organisation.ts';

async function openByAminaWhileBen(ben: { note?: string; state?: 'done' }) {
  const desk = anOrganisation();
  desk.enter('amina');
  const seen = await desk.client.item(entity(1));
  desk.enter('ben');
  await desk.client.changeItem(entity(1), { rev: seen.rev, ...ben });
  desk.enter('amina');
  return { desk, seen };
}

describe('a change made on what somebody else has changed meanwhile', () => {
  test('a state is the later decision and is made; the other note stays', async () => {
    const { desk, seen } = await openByAminaWhileBen({ note: 'Ben rang.' });
    const { kind, detail } = await changeItem(desk.client, seen, { state: 'needs-action' });
    expect(kind).toBe('changed');
    expect(detail).toMatchObject({ note: 'Ben rang.', item: { state: 'needs-action' } });
  });

  test('two different notes are never merged or overwritten', async () => {
    const { desk, seen } = await openByAminaWhileBen({ note: 'Ben rang.' });
    const { kind, detail } = await changeItem(desk.client, seen, { note: 'Amina wrote.' });
    expect(kind).toBe('conflict');
    expect(detail.note).toBe('Ben rang.');
    expect((await desk.client.item(entity(1))).note).toBe('Ben rang.');
  });

  test('a note goes through when the other only changed the state', async () => {
    const { desk, seen } = await openByAminaWhileBen({ state: 'done' });
    const { kind, detail } = await changeItem(desk.client, seen, { note: 'Amina wrote.' });
    expect(kind).toBe('changed');
    expect(detail).toMatchObject({ note: 'Amina wrote.', item: { state: 'done' } });
  });

  test('the same note sent again after an answer that was lost is no conflict', async () => {
    const { desk, seen } = await openByAminaWhileBen({ note: 'The same words.' });
    expect((await changeItem(desk.client, seen, { note: 'The same words.' })).kind).toBe('changed');
  });

  test('any other refusal is passed on', async () => {
    const desk = anOrganisation();
    desk.enter('amina');
    const seen = await desk.client.item(entity(1));
    desk.fail('server-busy');
    await expect(changeItem(desk.client, seen, { ownerId: BEN })).rejects.toMatchObject({ code: 'server-busy' });
  });
});
