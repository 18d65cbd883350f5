import { describe, test } from 'vitest';
import type { Contract } from '../contracts/contract.ts';

/** Runs every example of a contract as a test. */
export function holdContract(name: string, contract: Contract): void {
  describe(name, () => {
    for (const [example, run] of Object.entries(contract)) test(example, run);
  });
}
