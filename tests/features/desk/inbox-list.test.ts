import { describe, expect, test } from 'vitest';
import { createInboxList, PAGE } from '../../../src/features/desk/inbox/inbox-list.ts';
import { aNote, anOrganisation, entity } from './memory-organisation.ts';

function listOf(howMany: number) {
  const desk = anOrganisation(Array.from({ length: howMany }, (_, n) => aNote(n)));
  desk.enter('amina');
  return { desk, list: createInboxList(desk.client, { state: 'open' }) };
}

describe('the live list', () => {
  test('grows page by page to the end, without a line twice', async () => {
    const { list } = listOf(PAGE * 2 + 30);
    await list.load();
    expect(list.state().items).toHaveLength(PAGE);
    while (list.state().more) await list.loadMore();
    const ids = list.state().items.map((item) => item.entityId);
    expect(ids).toHaveLength(PAGE * 2 + 30);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('what arrives is counted and waits; nothing jumps until it is asked for', async () => {
    const { desk, list } = listOf(5);
    await list.load();
    const before = list.state().items.map((item) => item.entityId);
    desk.state.details = [...desk.state.details, aNote(20), aNote(21), aNote(22)];
    await list.look();
    expect(list.state().fresh).toBe(3);
    expect(list.state().items.map((item) => item.entityId)).toEqual(before);
    await list.load();
    expect(list.state().fresh).toBe(0);
    expect(list.state().items[0]?.entityId).toBe(entity(22));
  });

  test('a line that somebody else changed shows it in its place', async () => {
    const { desk, list } = listOf(5);
    await list.load();
    desk.state.details = desk.state.details.map((one) =>
      one.item.entityId === entity(2) ? { ...one, item: { ...one.item, state: 'needs-action' } } : one,
    );
    await list.look();
    const at = list.state().items.findIndex((item) => item.entityId === entity(2));
    expect(at).toBe(2);
    expect(list.state().items[at]?.state).toBe('needs-action');
  });

  test('a look that is not answered leaves the list as it was; a failed fetch says why and keeps what is there', async () => {
    const { desk, list } = listOf(5);
    await list.load();
    desk.fail('unreachable');
    await list.look();
    expect(list.state()).toMatchObject({ problem: null, fresh: 0 });
    await list.load();
    expect(list.state().problem?.code).toBe('unreachable');
    expect(list.state().items).toHaveLength(5);
  });

  test('a list that was left takes no late answer', async () => {
    const { list } = listOf(5);
    const loading = list.load();
    list.stop();
    await loading;
    expect(list.state().items).toHaveLength(0);
  });
});
