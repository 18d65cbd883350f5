import { UPLOAD_CHUNK_BYTES, type MapsAnswer, type SourceLine, type Upload } from '../../../src/domain/desk-maps.ts';
import type { BaseMap } from '../../../src/domain/directory.ts';
import type { Role } from '../../../src/domain/roles.ts';
import type { TestApp } from '../app.ts';
import type { TestTablet } from '../test-tablet.ts';

const MAPS = '/desk/v1/maps';

/** What somebody does with maps at the desk. */
export async function mapDesk(app: TestApp, role: Role = 'lead') {
  const cookie = await app.cookieFor(role);
  const ask = (path: string, init: { method?: string; body?: unknown } = {}) =>
    app.ask(`${MAPS}${path}`, { ...init, cookie });
  const json = async <Value>(answer: Response): Promise<Value> => {
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Value;
  };
  const put = (uploadId: string, at: number, chunk: Uint8Array, type = 'application/octet-stream') =>
    app.send(
      new Request(`https://listening.example.org${MAPS}/uploads/${uploadId}?at=${at}`, {
        method: 'PUT',
        headers: { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' },
        body: Uint8Array.from(chunk),
      }),
    );
  /** Every chunk of a file from where the upload stands. */
  const send = async (uploadId: string, file: Buffer, from = 0): Promise<void> => {
    for (let at = from; at < file.length; at += UPLOAD_CHUNK_BYTES) {
      await json(await put(uploadId, at, file.subarray(at, at + UPLOAD_CHUNK_BYTES)));
    }
  };
  return {
    cookie,
    ask,
    put,
    send,
    json,
    list: async () => json<MapsAnswer>(await ask('')),
    begin: async (bytes: number) => json<Upload>(await ask('/uploads', { body: { bytes } })),
    async bringIn(file: Buffer, title = 'A source'): Promise<SourceLine> {
      const { uploadId } = await json<Upload>(await ask('/uploads', { body: { bytes: file.length } }));
      await send(uploadId, file);
      return json<SourceLine>(await ask(`/uploads/${uploadId}/done`, { body: { title } }));
    },
    /** Makes a map and waits until it is whole. */
    async make(body: { sourceId: string; area: unknown; title?: string; offer?: boolean }): Promise<string> {
      const { mapId } = await json<{ mapId: string }>(
        await ask('', { body: { title: 'A map', offer: true, ...body } }),
      );
      await app.deps.maps.maker.idle();
      return mapId;
    },
  };
}

/** The maps that a tablet is told of, by id; null where it is told that one is gone. */
export async function mapRows(tablet: TestTablet): Promise<Map<string, BaseMap | null>> {
  const rows = new Map<string, BaseMap | null>();
  let cursor: string | null = null;
  for (let more = true; more;) {
    const page = await tablet.pull(cursor);
    for (const row of page.rows as { kind: string; id: string; value: BaseMap | null }[]) {
      if (row.kind === 'base-map') rows.set(row.id, row.value);
    }
    ({ cursor, more } = page);
  }
  return rows;
}
