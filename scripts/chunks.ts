/**
 * Which modules travel together. A file for each screen, part and text would cost a tablet forty requests, a name with a
 * hash in it for each, and much of what compression wins; one file for all would make it carry the desk.
 */
const TEXTS = /\/locales\/([^/]+)\/(standard|easy)\/([^/]+)\.json$/;
const TEXTS_OF_HOME = new Set(['app', 'common', 'home', 'kinds', 'sync', 'unlock']);
const TEXTS_OF_CAPTURE = new Set(['capture', 'consent', 'kind-quick-note', 'lists', 'problems', 'receipt']);

/** What the tablet opens with and the desk, the captures or the rows share. */
const RULES =
  /\/src\/(?:domain\/(?:bytes|consent|envelope|ids|kind|problems|protocol|receipt-code|record|roles|standing)|adapters\/dexie\/readable-rows)\.ts$/;

/** What a row that comes down may be: for sending when there are any, and for whatever shows or captures places. */
const ROWS = /\/src\/(?:domain\/(?:directory|place|place-grid|pull-row)|adapters\/dexie\/dexie-directory)\.ts$/;

/** What the list of places shares with the captures: whoever looks a place up carries none of them. */
const LISTS =
  /\/src\/(?:places\/(?:history|network|differing|find|fold)|kinds\/spoken-languages|ui\/(?:bottom-bar|choice-list|dialog|fold|text-field|hidden)\/(?!specimens)[a-z-]+)\.tsx?$/;

/** For Rolldown's `codeSplitting`. Each group takes what it names and what that imports, unless one above has it. */
export const chunkGroups = [
  { name: textsOf, debugName: 'texts', test: TEXTS, priority: 100 },
  { name: 'start', test: /\/src\/main\.tsx$/, priority: 90 },
  { name: 'rules', test: RULES, priority: 80 },
  { name: 'rows', test: ROWS, priority: 75 },
  { name: 'tablet', test: /\/src\/app\/boot-tablet\.ts$/, priority: 70 },
  { name: 'home', test: /\/src\/features\/(?:unlock|home)\/[^/]+-screen\.tsx$/, priority: 60 },
  { name: 'lists', test: LISTS, priority: 55 },
  { name: 'capture', test: /\/src\/features\/capture\/capture-screen\.tsx$/, priority: 50 },
  {
    name: 'finish',
    test: /\/src\/(?:tablet\/finish-record|adapters\/web-crypto\/(?:media-cipher|hpke-seal))\.ts$/,
    priority: 40,
  },
  { name: 'sending', test: /\/src\/(?:sync\/run|adapters\/http\/http-transport)\.ts$/, priority: 30 },
];

function textsOf(path: string): string {
  const [, language, reading, namespace = ''] = TEXTS.exec(path) ?? [];
  return `texts-${language}-${reading}-${momentOf(namespace)}`;
}

function momentOf(namespace: string): string {
  if (TEXTS_OF_HOME.has(namespace)) return 'home';
  if (TEXTS_OF_CAPTURE.has(namespace)) return 'capture';
  return /^(?:desk|gallery)/.test(namespace) ? 'desk' : 'more';
}
