import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboxDetail, inboxPage, type InboxDetail, type InboxPage } from '../../../src/domain/desk.ts';
import { organisation } from '../../../src/domain/protocol.ts';
import { makePicture } from '../../../server/example/picture.ts';
import { makeVoiceNote } from '../../../server/example/voice-note.ts';
import { aQuickNote, CaptureMaker, eventually } from '../../helpers/captures.ts';
import { startServer, type DeskFetch, type TestServer } from '../../helpers/server.ts';

let server: TestServer;
let desk: DeskFetch;
beforeAll(async () => {
  server = await startServer();
  desk = await server.setUp();
});
afterAll(() => server.dispose());

const inbox = async (query = ''): Promise<InboxPage> =>
  inboxPage.parse(await (await desk(`/desk/v1/inbox${query}`)).json());
const detail = async (entityId: string): Promise<InboxDetail> =>
  inboxDetail.parse(await (await desk(`/desk/v1/inbox/${entityId}`)).json());

describe('what one person says reaches the inbox whole', () => {
  test('words first, then the photo and the voice; the tablet gets its receipts', async () => {
    const tablet = await server.approveTablet(desk, 'Blue tablet');
    const make = new CaptureMaker(tablet);
    const picture = makePicture();
    const voice = makeVoiceNote(2);
    const said = 'The wall above the bed is black with damp again';
    const { operation, chunks } = await make.seal(
      aQuickNote(said, {
        receiptCode: '7KQ4M2TD',
        files: [
          { role: 'photo', mime: 'image/png', bytes: picture, caption: 'The wall' },
          { role: 'voice', mime: 'audio/wav', bytes: voice, durationMs: 2000 },
        ],
      }),
    );

    const hello = await tablet.hello();
    expect(hello.standing).toMatchObject({ haveThrough: 0, missing: [] });
    const pushed = await tablet.push([operation]);
    expect(pushed.verdicts).toEqual([{ opId: operation.opId, index: 0, verdict: 'stored' }]);
    expect(pushed.standing.haveThrough).toBe(1);

    const page = await eventually(inbox, ({ items }) => items.length === 1);
    expect(page.items[0]).toMatchObject({ headline: said, mediaMissing: 2, state: 'new', recordedBy: 'Champion One' });
    const before = await detail(operation.entityId);
    expect(before.records[0]?.media.map(({ state, url }) => [state, url])).toEqual([
      ['coming', null],
      ['coming', null],
    ]);
    const waiting = (await tablet.pull()).rows as { kind: string; value: { mediaMissing?: string[] } }[];
    expect(waiting.find(({ kind }) => kind === 'receipt')?.value.mediaMissing).toHaveLength(2);

    for (const [id, parts] of chunks) {
      for (const [index, part] of parts.entries()) expect((await tablet.putChunk(id, index, part)).status).toBe(200);
      expect(await tablet.mediaStatus(id)).toMatchObject({ id, complete: true });
    }

    const after = await detail(operation.entityId);
    expect(after.item.mediaMissing).toBe(0);
    expect(after.records[0]?.deviceLabel).toBe('Blue tablet');
    expect(after.records[0]?.record.body).toMatchObject({ said });
    expect(after.records[0]?.record.media.map(({ key }) => key)).toEqual(['', '']);
    expect(after.history.filter(({ what }) => what === 'media-arrived')).toHaveLength(2);
    const [photo, note] = after.records[0]?.media ?? [];
    const shown = await desk(photo?.url ?? '');
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('content-disposition')).toBe('attachment');
    expect(Buffer.compare(Buffer.from(await shown.arrayBuffer()), picture)).toBe(0);
    const part = await desk(note?.url ?? '', { headers: { range: 'bytes=44-143' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 44-143/${voice.length}`);
    expect(Buffer.compare(Buffer.from(await part.arrayBuffer()), voice.subarray(44, 144))).toBe(0);

    const told = (await tablet.pull()).rows as { kind: string; id: string; value: unknown }[];
    const receipt = told.find(({ kind }) => kind === 'receipt');
    expect(receipt?.value).toEqual({ opId: operation.opId, state: 'applied', problem: null, mediaMissing: [] });
    const org = organisation.parse(told.find(({ kind }) => kind === 'organisation')?.value);
    expect(org).toMatchObject({ name: 'Riverside Listening', example: false });
    expect(org.phones.every(({ confirmed }) => !confirmed)).toBe(true);
  });

  test('staff find it, take it on, write a note and close it; who is slower is told', async () => {
    const found = await inbox('?q=damp&facet=themes:damp&state=open');
    const id = found.items[0]?.entityId ?? '';
    expect(found.counts).toMatchObject({ found: 1, rest: 1 });
    expect((await inbox('?q=unheard-of')).items).toEqual([]);
    const { rev } = await detail(id);
    const { me } = (await (await desk('/desk/v1/status')).json()) as { me: { actorId: string } };
    const change = (body: unknown) => desk(`/desk/v1/inbox/${id}`, { method: 'PATCH', body });
    const changed = await change({ rev, state: 'done', ownerId: me.actorId, note: 'Rang the council' });
    const now = inboxDetail.parse(await changed.json());
    expect(now).toMatchObject({ note: 'Rang the council', item: { state: 'done', ownerName: 'Ada Example' } });
    expect(now.history.map(({ what }) => what)).toEqual(expect.arrayContaining(['state', 'owner', 'note']));
    const late = await change({ rev, state: 'new' });
    expect([late.status, await late.json()]).toEqual([409, { problem: 'conflict' }]);
    expect((await inbox('?state=open')).items).toEqual([]);
  });
});
