import type { Problem } from '../../domain/problems.ts';

/** Passcodes have words of their own where a tablet is taken back; what else may go wrong is said by the one catalogue. */
export function problemKey({ code }: Problem): string {
  return code === 'wrong-passcode' || code === 'passcode-wait' ? `worker.${code}` : `problems:${code}`;
}
