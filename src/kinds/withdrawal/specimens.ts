import type { Withdrawal } from './schema.ts';

/** Plainly made-up withdrawals, for the gallery and the tests. */
export const specimens: Record<string, Withdrawal> = {
  byCode: { code: '7KQ4M2TD', scope: 'words' },
  contactOnly: { code: 'B2RX90HC', scope: 'contact' },
};
