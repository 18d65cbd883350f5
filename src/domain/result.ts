import type { ProblemCode } from './problems.ts';

/** What the domain answers where a person may have put something in wrongly: never an exception. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ProblemCode };

export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const notOk = (problem: ProblemCode): Result<never> => ({ ok: false, problem });
