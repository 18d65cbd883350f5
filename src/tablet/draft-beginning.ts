import { Problem } from '../domain/problems.ts';
import { receiptCodeFrom } from '../domain/receipt-code.ts';
import { findKind } from '../kinds/registry.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Random } from '../ports/random.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { codeHashOf } from './code-hash.ts';
import type { Draft } from './drafts.ts';

export interface BeginningDeps {
  readonly outbox: Pick<Outbox, 'get'>;
  readonly reference: Pick<ReferenceStore, 'organisation'>;
  readonly random: Random;
}

/** What a new draft takes from its kind. Throws Problem('unknown-kind'). Apart, so that opening the app needs no kinds. */
export async function draftBeginning(
  { outbox, reference, random }: BeginningDeps,
  kind: string,
  amends: string | null,
): Promise<Pick<Draft, 'schemaVersion' | 'receiptCode' | 'codeHash'>> {
  const definition = findKind(kind);
  if (definition === null) throw new Problem('unknown-kind');
  const { schemaVersion, givesReceipt } = definition;
  // An addition goes with the code the person has already.
  if (amends !== null) {
    return { schemaVersion, receiptCode: null, codeHash: (await outbox.get(amends))?.codeHash ?? null };
  }
  if (givesReceipt !== true) return { schemaVersion, receiptCode: null, codeHash: null };
  const receiptCode = receiptCodeFrom(random.bytes(8));
  const organisation = await reference.organisation();
  const codeHash = organisation === null ? null : await codeHashOf(receiptCode, organisation.orgId);
  return { schemaVersion, receiptCode, codeHash };
}
