import { join } from 'node:path';
import { EXAMPLE_ORGANISATION, EXAMPLE_PASSWORD, EXAMPLE_PEOPLE } from '../../server/example/people-and-places.ts';
import { DEFAULT_SETTINGS } from '../../server/org/defaults.ts';
import type { InboxItem } from '../../src/domain/desk.ts';
import { languageName } from '../../src/features/desk/language-name.ts';
import { writableLanguages } from '../../src/features/desk/surveys/language-choices.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { KINDS } from '../../src/kinds/registry.ts';
import { startServer, type TestServer } from '../helpers/server.ts';
import { PSEUDO_LONG } from './pseudo-long.ts';
import { addAllTypes, askWith, tabletsOf, type Office } from './office.ts';

/** Kinds that are lines of the inbox; the others are counted or acted on. */
export const LISTED = Object.keys(KINDS).filter((kind) => kind !== 'withdrawal' && kind !== 'no-thanks');

/** Who signs in at the desk. */
export const STAFF = { loginName: 'ada', password: EXAMPLE_PASSWORD, displayName: 'Ada Example' };

/** A desk full of the example, as its rooms are walked, and beside it a server that nobody has set up. */
export interface DeskOffice extends Office {
  readonly unused: TestServer;
  /** The record whose words somebody took back. */
  readonly takenBack: string;
  dispose(): Promise<void>;
}

/** One for each walk, as a walk changes what it comes to. What the server draws by chance is the same each time. */
export async function openDesk(dist: string): Promise<DeskOffice> {
  const loaded = ['fixed-server-clock.mjs', 'fixed-server-chance.mjs'].map((name) => join(import.meta.dirname, name));
  const env = {
    DIST_DIR: dist,
    NODE_OPTIONS: loaded.map((path) => `--import=${path}`).join(' '),
    CLOCK_SLOWER: '100',
    RATE_LIMITS: 'off',
  };
  const server = await startServer({ command: 'example', env });
  const unused = await startServer({ env });
  const desk = await server.signIn(STAFF);
  const ask = askWith(desk);
  // A signed language as well, which is recorded by a camera.
  await ask('/organisation', { method: 'PATCH', body: { languages: ['en', 'ar', 'bfi'] } });
  await addAllTypes(ask, ['en', 'ar']);
  const { places } = await ask<{ places: { entry: { name: string } }[] }>('/places');
  const { phones } = await ask<{ phones: { label: string }[] }>('/organisation');
  const { surveys } = await ask<{ surveys: { title: string }[] }>('/surveys');
  const inbox = async (query: string) => (await ask<{ items: InboxItem[] }>(`/inbox?${query}`)).items;
  // What is looked at for a while has been read: here it was before.
  for (const kind of LISTED) {
    const [first] = await inbox(`kind=${kind}&limit=1`);
    if (first?.state !== 'new') continue;
    const { rev } = await ask<{ rev: number }>(`/inbox/${first.entityId}`);
    await ask(`/inbox/${first.entityId}`, { method: 'PATCH', body: { rev, state: 'read' } });
  }
  const items = await inbox('limit=100');
  return {
    server,
    unused,
    takenBack: items.find(({ withdrawn }) => withdrawn)?.entityId ?? '',
    desk,
    names: [
      EXAMPLE_ORGANISATION,
      ...EXAMPLE_PEOPLE.map(({ displayName }) => displayName),
      ...[...phones, ...DEFAULT_SETTINGS.phones].map(({ label }) => label),
      ...places.map(({ entry }) => entry.name),
      ...surveys.map(({ title }) => title),
      // A kind of record from an app that is newer than this server.
      'Walk along',
      ...languageNames(),
    ],
    ...tabletsOf(ask),
    dispose: async () => {
      await server.dispose();
      await unused.dispose();
    },
  };
}

/** What the browser calls languages, which knows nothing of English made long; the longest first. */
function languageNames(): string[] {
  const tags = [PSEUDO_LONG, ...writableLanguages([], 'en'), 'ga'];
  const names = [...tags.map((tag) => languageName('en', tag)), ...LANGUAGES.map(({ name }) => name)];
  return names.toSorted((a, b) => b.length - a.length);
}
