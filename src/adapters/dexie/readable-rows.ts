import type * as z from 'zod/mini';

/** What of these rows this version can read. What an older or a newer one stored, and this one cannot read, is passed over. */
export function readable<Schema extends z.ZodMiniType>(
  rows: readonly { value: unknown }[],
  schema: Schema,
): z.output<Schema>[] {
  return rows.flatMap(({ value }) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
