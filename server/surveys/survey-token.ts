import type { Keyring } from '../ports/keys.ts';

/** The keyed hash under which a survey's answers are found: who answered what is not to be read in the database. */
export const surveyToken = (keyring: Pick<Keyring, 'token'>, surveyId: string): string =>
  keyring.token(`survey:${surveyId}`);
