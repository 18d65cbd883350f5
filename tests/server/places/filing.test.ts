import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openRecord } from '../../../server/inbox/boxes.ts';
import { createPlaceReader } from '../../../server/places/read-places.ts';
import type { DeskNote } from '../../../src/domain/desk-places.ts';
import type { Observation } from '../../../src/domain/directory.ts';
import { NOWHERE } from '../../../src/domain/place.ts';
import type { PullRow, ReferenceKind } from '../../../src/domain/pull-row.ts';
import type { MapNote } from '../../../src/kinds/map-note/schema.ts';
import { openAmong } from '../../../src/places/open.ts';
import { openDesk, type Desk } from '../../helpers/desk-parts.ts';
import { aConversation, voidOf } from '../../helpers/sealed-operations.ts';
import { DATABASES } from '../../helpers/stores.ts';
import { aNote, aPlace, aStamp, spotAt } from '../../helpers/told-places.ts';

// Real databases and processes, beside whatever else the machine has to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const outing = { startedAt: '2026-11-20T09:00:00Z', endedAt: null, heard: [], hearBack: '', note: '' };

describe.each(Object.keys(DATABASES) as (keyof typeof DATABASES)[])('what records tell of places, %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(kind);
  });
  afterEach(() => desk.close());

  const send = async (wanted: Parameters<Desk['seal']>[0]) => {
    const op = await desk.seal(wanted);
    expect(await desk.push([op])).toEqual(['stored']);
    await desk.work();
    expect((await desk.store.queue.quarantined(10)).rows).toEqual([]);
    return op;
  };
  /** What a tablet that pulls everything knows. */
  const pulled = async <Kind extends ReferenceKind>(wanted: Kind) => {
    const { rows } = await desk.store.reference.since(0, 'no-tablet', 500);
    return rows.filter((row): row is Extract<PullRow, { kind: Kind }> => row.kind === wanted);
  };
  const known = async (wanted: 'directory' | 'observation' | 'venue') =>
    (await pulled(wanted)).flatMap(({ value }) => (value === null ? [] : [value]));

  test('a place becomes an entry that waits to be looked at, and a venue that can be visited', async () => {
    const place = aPlace();
    const op = await send({ kind: 'place', body: place });
    const [row] = await pulled('directory');
    expect(row).toMatchObject({ id: place.entryId, value: { name: place.name, checked: false, since: '2026-11-20' } });
    expect(await known('venue')).toEqual([
      {
        venueId: place.entryId,
        placeName: place.name,
        groupName: '',
        setting: 'community-centre',
        grade: 'open',
        notes: '',
      },
    ]);
    expect(await desk.store.directory.entry(place.entryId)).toMatchObject({ entityId: op.entityId, rev: 1 });
  });

  test('a group that meets at a venue is told with it; one without a venue can be visited by itself', async () => {
    const hall = aPlace({ name: 'Harbour hall' });
    await send({ kind: 'place', body: hall });
    const sisters = aPlace({
      type: 'group',
      name: 'Friday sisters',
      where: NOWHERE,
      links: [{ to: hall.entryId, how: 'meets-at' }],
    });
    await send({ kind: 'place', body: sisters });
    const walkers = aPlace({ type: 'group', name: 'Walkers', where: NOWHERE });
    await send({ kind: 'place', body: walkers });
    const venues = (await known('venue')).map((each) => 'venueId' in each && [each.placeName, each.groupName]);
    expect(venues).toEqual([
      ['Harbour hall', 'Friday sisters'],
      ['Walkers', 'Walkers'],
    ]);
  });

  test('notes and visits come down as observations, beside what others saw', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    await send({ kind: 'map-note', body: aNote(about, { said: 'Growing every week', status: 'growing' }) });
    await send({ kind: 'map-note', body: aNote(about, { said: 'Nobody comes any more', status: 'weak' }) });
    const visit = aStamp(place.entryId);
    const start = await send({ kind: 'visit', body: outing, record: { visit } });
    await send({
      kind: 'visit',
      body: { ...outing, endedAt: '2026-11-20T11:00:00Z', heard: ['The lift is broken'] },
      record: { visit },
      entityId: start.entityId,
      amends: start.opId,
    });
    const seen = (await known('observation')).map((each) => 'what' in each && [each.kind, each.what, each.status]);
    expect(seen).toHaveLength(3);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['strength', 'Growing every week', 'growing'],
        ['strength', 'Nobody comes any more', 'weak'],
        ['visit', '', null],
      ]),
    );
    expect(JSON.stringify(await known('observation'))).not.toContain('lift');
  });

  test('a note for the office, and a spot that is no entry, stay in their records', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const office = aNote({ entryId: place.entryId, name: place.name }, { share: 'office' });
    const one = await send({ kind: 'map-note', body: office });
    const spot = await send({ kind: 'map-note', body: aNote(null, { where: spotAt('open') }) });
    expect(await known('observation')).toEqual([]);
    const rows = await desk.store.directory.officeNotes();
    expect(rows.map(({ entityId }) => entityId).sort()).toEqual([one.entityId, spot.entityId].sort());
    expect(await desk.store.directory.officeNotes([place.entryId])).toHaveLength(1);
  });

  test('a correction takes the place of what it corrects, also when it arrives first', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    const note = aNote(about, { said: 'First' });
    const op = await desk.seal({ kind: 'map-note', body: note });
    const later = { ...note, said: 'Second' };
    await send({ kind: 'map-note', body: later, entityId: op.entityId, amends: op.opId });
    await desk.push([op]);
    await desk.work();
    expect((await known('observation')).map((each) => 'what' in each && each.what)).toEqual(['Second']);
    await send({ kind: 'map-note', body: { ...later, share: 'office' }, entityId: op.entityId, amends: op.opId });
    expect(await known('observation')).toEqual([]);
  });

  test('that a need is better now comes down with it; taking that back opens it again, and loses nothing else', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    const need = aNote(about, { kind: 'need', said: 'A ramp' });
    await send({ kind: 'map-note', body: need });
    const answers = { observationId: need.observationId, now: 'better' as const };
    const better = aNote(about, { kind: 'seen', said: 'It was built', status: null, answers });
    const answer = await send({ kind: 'map-note', body: better });
    const reader = createPlaceReader({ store: desk.store, keys: desk.keyring });
    const standing = async () => {
      const rows = (await pulled('observation')).flatMap(({ value }) => value ?? []);
      const [line] = (await reader.list('2026-11-22')).places;
      const { notes } = await reader.open(place.entryId);
      const open = (all: readonly (Observation | DeskNote)[]) => openAmong(all, '2026-11-22').map(({ what }) => what);
      const [covered] = (await reader.coverage('2026-11-22')).places;
      return { tablets: open(rows), desk: open(notes), counted: line?.openNeeds, covered: covered?.openNeeds };
    };
    const none = { tablets: [], desk: [], counted: 0, covered: 0 };
    const one = { tablets: ['A ramp'], desk: ['A ramp'], counted: 1, covered: 1 };
    expect((await pulled('observation')).map(({ value }) => value?.answers)).toContainEqual(answers);
    expect(await standing()).toEqual(none);
    // Kept for the office it is known there, and no tablet is told.
    const own = { ...better, share: 'office' as const };
    await send({ kind: 'map-note', body: own, entityId: answer.entityId, amends: answer.opId });
    expect(await standing()).toEqual({ tablets: ['A ramp'], desk: [], counted: 0, covered: 0 });
    await send({ kind: 'map-note', body: better, entityId: answer.entityId, amends: answer.opId });
    expect(await standing()).toEqual(none);
    await desk.store.records.withdraw(
      { codeHash: null, entityId: answer.entityId, scope: 'words', inboxId: null, byName: 'Ada' },
      '2026-11-22T10:00:00.000Z',
    );
    expect(await standing()).toEqual(one);
  });

  test('what is open for the office alone is counted wherever the desk counts, and told to no tablet', async () => {
    const [hall, old] = [aPlace(), aPlace({ name: 'The old hall', where: spotAt('open') })];
    await send({ kind: 'place', body: hall });
    await send({ kind: 'place', body: old });
    const about = { entryId: old.entryId, name: old.name };
    const need = aNote(about, { kind: 'need', said: 'Somewhere safe', share: 'office' });
    const op = await send({ kind: 'map-note', body: need });
    const reader = createPlaceReader({ store: desk.store, keys: desk.keyring });
    const standing = async (entryId: string) => {
      const line = (await reader.list('2026-11-22')).places.find(({ entry }) => entry.entryId === entryId);
      const covered = (await reader.coverage('2026-11-22')).places.find((one) => one.entryId === entryId);
      const { notes } = await reader.open(entryId);
      return [openAmong(notes, '2026-11-22').length, line?.openNeeds, covered?.openNeeds];
    };
    expect(await standing(old.entryId)).toEqual([1, 1, 1]);
    expect(await standing(hall.entryId)).toEqual([0, 0, 0]);
    expect(await pulled('observation')).toEqual([]);

    // It goes with its entry into another one, which alone shows it then.
    const stored = await desk.store.directory.entry(old.entryId);
    const { entry, rev } = stored!;
    const merged = { entry: { ...entry, mergedInto: hall.entryId }, rev, what: 'merged' as const, box: null };
    expect(await desk.store.directory.write([merged], 'Ada', '2026-11-22T09:00:00.000Z')).toBe(true);
    expect(await standing(hall.entryId)).toEqual([1, 1, 1]);
    const lines = (await reader.list('2026-11-22')).places;
    expect(lines.map(({ openNeeds }) => openNeeds).sort()).toEqual([0, 1]);

    // One that is better for the office is better everywhere at the desk; taken back, it is open again.
    const answers = { observationId: need.observationId, now: 'better' as const };
    const better = aNote(about, { kind: 'seen', said: '', status: null, answers, share: 'office' });
    const answer = await send({ kind: 'map-note', body: better });
    expect(await standing(hall.entryId)).toEqual([0, 0, 0]);
    const withdraw = ({ entityId }: { entityId: string }) =>
      desk.store.records.withdraw(
        { codeHash: null, entityId, scope: 'words', inboxId: null, byName: 'Ada' },
        '2026-11-22T10:00:00.000Z',
      );
    await withdraw(answer);
    expect(await standing(hall.entryId)).toEqual([1, 1, 1]);
    await withdraw(op);
    expect(await standing(hall.entryId)).toEqual([0, 0, 0]);
  });

  test('the list of all places comes when a note for the office cannot be opened, and counts it again when it can', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    await send({ kind: 'map-note', body: aNote(about, { kind: 'need', said: 'A ramp' }) });
    await send({ kind: 'map-note', body: aNote(about, { kind: 'need', said: 'A tap', share: 'office' }) });
    let locked = true;
    const keys: typeof desk.keyring = {
      ...desk.keyring,
      decrypt: (box, name) => (locked ? Promise.reject(new Error('locked')) : desk.keyring.decrypt(box, name)),
    };
    const reader = createPlaceReader({ store: desk.store, keys });
    const counted = async () => {
      const [line] = (await reader.list('2026-11-22')).places;
      const [covered] = (await reader.coverage('2026-11-22')).places;
      return [line?.openNeeds, covered?.openNeeds];
    };
    expect(await counted()).toEqual([1, 1]);
    await expect(reader.notes({})).rejects.toThrow('locked');
    locked = false;
    expect(await counted()).toEqual([2, 2]);
  });

  test('nobody else can speak under the name of an observation or of an entry', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    const note = aNote(about, { said: 'Mine' });
    await send({ kind: 'map-note', body: note });
    await send({ kind: 'map-note', body: { ...note, said: 'Somebody else' } });
    await send({ kind: 'place', body: { ...place, name: 'Not yours' } });
    expect((await known('observation')).map((each) => 'what' in each && each.what)).toEqual(['Mine']);
    expect(await desk.store.directory.entry(place.entryId)).toMatchObject({ entry: { name: place.name }, rev: 1 });
  });

  test('a withdrawn note is gone from every tablet, and so is an entry that nobody else spoke of', async () => {
    const place = aPlace();
    const made = await send({ kind: 'place', body: place });
    const about = { entryId: place.entryId, name: place.name };
    const note = await send({ kind: 'map-note', body: aNote(about) });
    await desk.push([voidOf({ ...note, opId: crypto.randomUUID() as typeof note.opId, seq: 2 as never })]);
    await desk.work();
    expect(await known('observation')).toEqual([]);
    await desk.store.records.withdraw(
      { codeHash: null, entityId: made.entityId, scope: 'words', inboxId: null, byName: 'Ada' },
      '2026-11-22T10:00:00.000Z',
    );
    expect(await known('directory')).toEqual([]);
    expect(await known('venue')).toEqual([]);
    expect((await pulled('directory'))[0]?.value).toBeNull();
    expect(await desk.store.directory.history([place.entryId])).toEqual([]);
  });

  test('an entry that others spoke of keeps its name and loses the rest of the withdrawn record', async () => {
    const place = aPlace();
    const made = await send({ kind: 'place', body: place });
    await send({ kind: 'map-note', body: aNote({ entryId: place.entryId, name: place.name }) });
    await desk.store.records.withdraw(
      { codeHash: null, entityId: made.entityId, scope: 'words', inboxId: null, byName: 'Ada' },
      '2026-11-22T10:00:00.000Z',
    );
    const [entry] = await known('directory');
    expect(entry).toMatchObject({ name: place.name, facts: {}, status: null });
    expect(JSON.stringify(entry)).not.toContain('Grace');
    expect(await known('observation')).toHaveLength(1);
  });

  test('that somebody was asked is counted without a word of it, and goes with the record', async () => {
    const place = aPlace();
    await send({ kind: 'place', body: place });
    const visit = { ...aStamp(place.entryId), interpreter: { type: 'volunteer', language: 'so', atConsent: true } };
    const talk = await send({ kind: 'conversation', body: aConversation(), record: { visit } });
    expect(await desk.store.directory.contacts()).toEqual([
      { entryId: place.entryId, day: '2026-11-20', part: 'weekday-morning', kind: 'conversation', languages: ['so'] },
    ]);
    await desk.store.records.withdraw(
      { codeHash: null, entityId: talk.entityId, scope: 'words', inboxId: null, byName: 'Ada' },
      '2026-11-22T10:00:00.000Z',
    );
    expect(await desk.store.directory.contacts([place.entryId])).toEqual([]);
  });

  test('a visit to a hall counts for the group of that name that meets there, and for no other', async () => {
    const hall = aPlace({ name: 'Hall' });
    await send({ kind: 'place', body: hall });
    const meets = [{ to: hall.entryId, how: 'meets-at' as const }];
    const sisters = aPlace({ type: 'group', name: 'Friday sisters', where: NOWHERE, links: meets });
    await send({ kind: 'place', body: sisters });
    await send({ kind: 'place', body: aPlace({ type: 'group', name: 'Elders', where: NOWHERE, links: meets }) });
    await send({
      kind: 'place',
      body: aPlace({ type: 'group', name: 'Friday sisters', where: NOWHERE, links: [{ ...meets[0]!, how: 'runs' }] }),
    });
    const visit = { ...aStamp(hall.entryId), groupName: 'friday Sisters ' };
    await send({ kind: 'visit', body: outing, record: { visit } });
    const met = (await desk.store.directory.contacts()).map(({ entryId }) => entryId);
    expect(met.sort()).toEqual([hall.entryId, sisters.entryId].sort());
  });

  test('a note finer than its place may be is made coarse, in its row and in its record', async () => {
    const place = aPlace({ grade: 'shielded', where: NOWHERE, council: 'Bristol' });
    await send({ kind: 'place', body: place });
    const fine = aNote({ entryId: place.entryId, name: place.name }, { grade: 'open', where: spotAt('open') });
    const op = await send({ kind: 'map-note', body: fine });
    expect(await known('observation')).toMatchObject([{ where: { as: 'council', council: 'Bristol' } }]);
    const [filed] = await desk.store.records.filed(op.entityId);
    const record = await openRecord(desk.keyring, op.opId, filed?.box ?? new Uint8Array());
    expect((record.body as MapNote).where).toEqual({ as: 'council', council: 'Bristol' });
    expect((record.body as MapNote).grade).toBe('shielded');
    const { rows } = { rows: await desk.store.sql.query('SELECT envelope FROM inbox WHERE op_id = ?', [op.opId]) };
    expect(rows).toEqual([{ envelope: null }]);
    expect(await desk.store.directory.toCoarsen(10)).toEqual([]);
  });

  test('notes that arrive before the place they are about are made as coarse as it is', async () => {
    const place = aPlace({ grade: 'area', where: spotAt('area') });
    const note = aNote({ entryId: place.entryId, name: place.name }, { grade: 'open', where: spotAt('open') });
    await send({ kind: 'map-note', body: note });
    expect(await known('observation')).toMatchObject([{ where: spotAt('open') }]);
    await send({ kind: 'place', body: place });
    expect(await known('observation')).toMatchObject([{ where: spotAt('area') }]);
  });
});
