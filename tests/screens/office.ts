import { join } from 'node:path';
import { ADMIN, startServer, type DeskFetch, type TestServer } from '../helpers/server.ts';
import { addVisited } from '../helpers/visited-places.ts';
import { allTypes } from './all-types.ts';
import { READINGS } from './readings.ts';

/** The moment at which every screen is drawn. */
export const NOW = '2026-11-20T10:30:00.000Z';
const WORKER = 'Maria Example';
const ORGANISATION = 'Riverside Listening';
const OTHERS = ['Tom Sample', 'نور مثال'];
const VENUES = [
  { venueId: 'v1', placeName: 'Central Library', groupName: 'Friday group', setting: 'library', grade: 'open' },
  { venueId: 'v2', placeName: 'The Old Hall', groupName: '', setting: 'community-centre', grade: 'area' },
].map((venue) => ({ ...venue, notes: 'Use the side door after five.' }));

/** The server behind the tablets, with a team, two places and a survey of every type of question. */
export interface Office {
  readonly server: TestServer;
  readonly desk: DeskFetch;
  /** What people, places and helplines are called: the same in every language. */
  readonly names: readonly string[];
  newCode(): Promise<string>;
  /** Says yes to the tablet of this name. */
  approve(label: string): Promise<void>;
}

/** Asks the desk for what it knows, or changes it; throws where the answer is no. */
export type AskDesk = <T>(path: string, init?: Parameters<DeskFetch>[1]) => Promise<T>;

export async function openOffice(dist: string): Promise<Office> {
  const clock = join(import.meta.dirname, 'fixed-server-clock.mjs');
  const server = await startServer({ env: { DIST_DIR: dist, NODE_OPTIONS: `--import=${clock}`, RATE_LIMITS: 'off' } });
  const desk = await server.setUp(ADMIN, ORGANISATION);
  const ask = askWith(desk);
  await ask('/people', { body: { displayName: WORKER, role: 'champion' } });
  for (const displayName of OTHERS) await ask('/people', { body: { displayName, role: 'volunteer' } });
  const languages = [...new Set(READINGS.map(({ language }) => language))];
  // Nobody leaves the tablet alone here.
  const { phones } = await ask<{ phones: { label: string }[] }>('/organisation', {
    method: 'PATCH',
    body: { lockAfterSeconds: 900, languages },
  });
  await addVisited(desk, VENUES);
  const { at, rev } = await addAllTypes(ask, languages);
  await ask(`${at}/state`, { body: { rev, to: 'published' } });
  return {
    server,
    desk,
    names: [
      WORKER,
      ADMIN.displayName,
      ORGANISATION,
      ...OTHERS,
      ...VENUES.flatMap(({ placeName, groupName }) => [placeName, groupName].filter((name) => name !== '')),
      ...phones.map(({ label }) => label),
    ],
    ...tabletsOf(ask),
  };
}

export function askWith(desk: DeskFetch): AskDesk {
  return async <T>(path: string, init: Parameters<DeskFetch>[1] = {}): Promise<T> => {
    const answer = await desk(`/desk/v1${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (answer.status === 204 ? null : await answer.json()) as T;
  };
}

/** Lets tablets in. */
export function tabletsOf(ask: AskDesk): Pick<Office, 'newCode' | 'approve'> {
  return {
    newCode: async () => (await ask<{ code: string }>('/tablets/code', { method: 'POST' })).code,
    approve: async (label) => {
      const { tablets } = await ask<{ tablets: { deviceId: string; label: string; state: string }[] }>('/tablets');
      const waiting = tablets.find((tablet) => tablet.label === label && tablet.state === 'waiting');
      if (waiting === undefined) throw new Error(`${label} does not wait`);
      await ask(`/tablets/${waiting.deviceId}`, { body: { action: 'approve' } });
    },
  };
}

/** A draft of the survey of all types, at this address under the desk. */
export async function addAllTypes(ask: AskDesk, languages: readonly string[]): Promise<{ at: string; rev: number }> {
  const { survey, texts } = await allTypes(languages);
  const at = `/surveys/${survey.surveyId}/1`;
  type Rev = { rev: number };
  const blank = { from: 'blank', surveyId: survey.surveyId, title: survey.surveyId, language: 'en' };
  const { rev } = await ask<Rev>('/surveys', { body: blank });
  const saved = await ask<Rev>(at, { method: 'PUT', body: { rev, survey, texts } });
  return { at, rev: saved.rev };
}
