import type { KindDefinition } from '../../src/domain/kind.ts';
import type { Operation } from '../../src/domain/envelope.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { SealedRecord } from '../../src/domain/record.ts';

export type FindKind = (name: string) => KindDefinition<string, unknown> | null;

export interface ReadRecord {
  readonly kind: KindDefinition<string, unknown>;
  /** Brought up to the kind's newest schema version. */
  readonly record: SealedRecord;
}

/**
 * What was opened, checked against its own header and its kind's schema, an old body brought up step by step.
 * Throws Problem('unknown-kind' | 'unknown-version' | 'does-not-fit'); details name fields, never content.
 */
export function readRecord(op: Operation, opened: SealedRecord, findKind: FindKind): ReadRecord {
  const fits =
    opened.kind === op.kind &&
    opened.schemaVersion === op.schemaVersion &&
    opened.entityId === op.entityId &&
    opened.recordedBy.actorId === op.actorId;
  if (!fits) throw new Problem('does-not-fit', { field: 'header' });
  if (op.media.length !== opened.media.length || !opened.media.every(({ id }) => op.media.some((m) => m.id === id))) {
    throw new Problem('does-not-fit', { field: 'media' });
  }
  const kind = findKind(op.kind);
  if (kind === null) throw new Problem('unknown-kind', { kind: op.kind });
  const body = upgrade(kind, opened.schemaVersion, opened.body);
  const parsed = kind.schema.safeParse(body);
  if (!parsed.success) {
    const field = [...new Set(parsed.error.issues.slice(0, 5).map((issue) => issue.path.map(String).join('.')))];
    throw new Problem('does-not-fit', { field: field.join(', ').slice(0, 200) });
  }
  return { kind, record: { ...opened, schemaVersion: kind.schemaVersion, body: parsed.data } };
}

function upgrade(kind: KindDefinition<string, unknown>, from: number, body: unknown): unknown {
  if (from > kind.schemaVersion) throw new Problem('unknown-version', { version: from });
  let current = body;
  for (let version = from; version < kind.schemaVersion; version += 1) {
    const step = kind.upgrades[version];
    if (step === undefined) throw new Problem('unknown-version', { version });
    try {
      current = step(current);
    } catch (thrown) {
      throw new Problem('does-not-fit', { version }, { cause: thrown });
    }
  }
  return current;
}
