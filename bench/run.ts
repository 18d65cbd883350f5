import { report, type Row } from './report.ts';

/** `npm run bench` measures everything; `npm run bench -- start bytes` only these. One at a time: they share the cores. */
const MEASURES: Readonly<Record<string, () => Promise<Row[]>>> = {
  bytes: async () => (await import('./bytes.ts')).measureBytes(),
  start: async () => (await import('./start.ts')).measureStart(),
  finish: async () => (await import('./tablet.ts')).measureFinish(),
  sync: async () => (await import('./tablet.ts')).measureSync(),
  inbox: async () => (await import('./inbox.ts')).measureInbox(),
  surveys: async () => (await import('./surveys.ts')).measureSurveys(),
  answering: async () => (await import('./answering.ts')).measureAnswering(),
  results: async () => (await import('./survey-results.ts')).measureResults(),
  places: async () => (await import('./places.ts')).measurePlaces(),
  'place-list': async () => (await import('./place-list.ts')).measurePlaceList(),
  languages: async () => (await import('./languages.ts')).measureLanguages(),
  maps: async () => (await import('./maps.ts')).measureMaps(),
  pushes: async () => (await import('./pushes.ts')).measurePushes(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(MEASURES, name));
if (unknown.length > 0) {
  console.error(`There is no measure called ${unknown.join(', ')}. There are: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(MEASURES)) {
  if (asked.length === 0 || asked.includes(name)) report(name, await measure());
}
