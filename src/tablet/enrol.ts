import type { Problem } from '../domain/problems.ts';

export type EnrolState =
  | { readonly step: 'not-enrolled' }
  | { readonly step: 'waiting'; readonly check: string }
  | { readonly step: 'refused' }
  /** The database (and with it the signing key) was lost; the journal has `operations` that can still be handed over. */
  | { readonly step: 'lost-key'; readonly operations: number }
  | { readonly step: 'enrolled'; readonly deviceId: string };

export interface Enrol {
  state(): Promise<EnrolState>;
  /** Sends the one-time code and the new public key. Throws a Problem with what to do next. */
  begin(code: string, label: string): Promise<EnrolState>;
  /** Asks whether staff have approved; then fetches the reference data. */
  poll(): Promise<EnrolState>;
  /** Hands the journal of a lost database to the server's quarantine. */
  recover(): Promise<{ sent: number; problem: Problem | null }>;
}
