import * as z from 'zod/mini';

const text = (max: number) => z.string().check(z.maxLength(max));
const count = z.int().check(z.nonnegative());
const packFiles = z.array(z.object({ url: text(300), sha256: z.string().check(z.length(64)), bytes: count }));
/** `/field-pack.json`, made by the build: every file the app needs with no signal. */
export const fieldPack = z.object({
  version: text(64),
  files: packFiles,
  /** What draws maps: fetched only by a tablet that is offered a base map, or that opens a map with a connection. */
  map: z.optional(packFiles),
});
export type FieldPack = z.output<typeof fieldPack>;
