import type { OpId } from '../domain/ids.ts';
import type { Draft } from './drafts.ts';

export interface Finished {
  readonly opId: OpId;
  readonly entityId: string;
  readonly seq: number;
  readonly receiptCode: string | null;
}

/**
 * Finish: parse with the kind's schema, seal, append to the journal and flush, one strict transaction. Only when it
 * resolves may a screen say "Saved on this tablet". When it throws, the draft is still whole.
 * Consent `use: no` keeps no words: what is sealed is one tally of kind `no-thanks`, and the draft goes.
 */
export type FinishRecord = (draft: Draft) => Promise<Finished>;
