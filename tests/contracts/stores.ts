import type { MediaStore } from '../../src/ports/media-store.ts';
import type { ReferenceStore } from '../../src/ports/reference-store.ts';
import type { SlotStore } from '../../src/ports/slot-store.ts';
import type { PullRow } from '../../src/domain/pull-row.ts';
import { surveyRowId, textsRowId } from '../../src/domain/survey.ts';
import { type Contract, same } from './contract.ts';
import { anId } from './sample-operations.ts';

export function slotStoreContract(make: () => Promise<SlotStore>): Contract {
  return {
    'keeps one slot per worker': async () => {
      const store = await make();
      await store.put({ actorId: 'ann', rev: 1, slot: 'one' });
      await store.put({ actorId: 'ann', rev: 2, slot: 'two' });
      await store.put({ actorId: 'bea', rev: 1, slot: 'hers' });
      same((await store.all()).map(({ slot }) => slot).sort(), ['hers', 'two']);
      await store.remove('ann');
      same(
        (await store.all()).map(({ actorId }) => actorId),
        ['bea'],
      );
    },
  };
}

export function mediaStoreContract(make: () => Promise<MediaStore>): Contract {
  const id = anId(9100);
  return {
    'keeps chunks and gives null for what is not there': async () => {
      const store = await make();
      await store.putChunk(id, 0, new Uint8Array([1, 2, 3]));
      await store.putChunk(id, 1, new Uint8Array([4]));
      await store.putChunk(id, 0, new Uint8Array([9]));
      same(await store.getChunk(id, 0), new Uint8Array([9]));
      same(await store.getChunk(id, 1), new Uint8Array([4]));
      same(await store.getChunk(id, 2), null);
      same(await store.getChunk(anId(9101), 0), null);
      same((await store.list()).includes(id), true);
      await store.remove(id);
      await store.remove(id);
      same(await store.getChunk(id, 0), null);
      same((await store.list()).includes(id), false);
    },
  };
}

export const sampleOrganisation: PullRow & { kind: 'organisation' } = {
  kind: 'organisation',
  id: 'org',
  value: {
    orgId: 'org-1',
    name: 'Example Voices',
    example: true,
    languages: ['en'],
    orgKey: { keyId: 'k1', publicKey: 'AAAA' },
    phones: [],
    releaseAfterDays: null,
    lockAfterSeconds: 120,
  },
};

export function referenceStoreContract(make: () => Promise<ReferenceStore>): Contract {
  const person = (n: number, displayName: string): PullRow => ({
    kind: 'roster',
    id: anId(n),
    value: { actorId: anId(n) as never, displayName, role: 'champion' },
  });
  return {
    'applies rows and tombstones': async () => {
      const store = await make();
      same([await store.organisation(), await store.roster()], [null, []]);
      await store.apply([sampleOrganisation, person(1, 'Ann'), person(2, 'Bea')]);
      await store.apply([person(1, 'Anne'), { kind: 'roster', id: anId(2), value: null }]);
      same(
        (await store.roster()).map(({ displayName }) => displayName),
        ['Anne'],
      );
      same((await store.organisation())?.name, 'Example Voices');
      same([await store.venues(), await store.owed(), await store.receipts()], [[], [], []]);
    },
    'keeps every version of a survey, and the words of one version alone': async () => {
      const store = await make();
      const survey = (surveyId: string, version: number): PullRow => ({
        kind: 'survey',
        id: surveyRowId(surveyId, version),
        value: {
          format: 1,
          surveyId,
          version,
          state: 'published',
          family: surveyId,
          questions: [],
          consentAfter: [],
          aboutYou: false,
          fixed: null,
          languages: ['en'],
          easyReadChecked: null,
          pictures: [],
        },
      });
      const texts = (surveyId: string, version: number, language: string): PullRow => ({
        kind: 'survey-texts',
        id: textsRowId(surveyId, version, language),
        value: {
          surveyId,
          version,
          language,
          status: 'draft',
          checked: null,
          standard: { title: `${surveyId} ${version} ${language}` },
          easy: {},
          sounds: { standard: {}, easy: {} },
        },
      });
      await store.apply([survey('care', 1), survey('care', 12), survey('care-2', 1)]);
      await store.apply([
        texts('care', 1, 'en'),
        texts('care', 12, 'en'),
        texts('care', 1, 'ar'),
        texts('care-2', 1, 'en'),
      ]);
      same((await store.surveys()).map(({ surveyId, version }) => `${surveyId}@${version}`).sort(), [
        'care-2@1',
        'care@1',
        'care@12',
      ]);
      const titles = async (id: string, version: number) =>
        (await store.surveyTexts(id, version)).map(({ standard }) => standard['title']).sort();
      same(await titles('care', 1), ['care 1 ar', 'care 1 en']);
      same(await titles('care', 12), ['care 12 en']);
      await store.apply([{ kind: 'survey-texts', id: textsRowId('care', 1, 'ar'), value: null }]);
      same(await titles('care', 1), ['care 1 en']);
    },
    "keeps the sounds of the app's own words, a row a language": async () => {
      const store = await make();
      const clip = { sha256: 'a'.repeat(64), mime: 'audio/ogg', bytes: 9, durationMs: 900, words: 'b'.repeat(16) };
      const sounds = { standard: { 'consent:layers.use.question': clip }, easy: {} };
      const row = (language: string): PullRow => ({ kind: 'app-sounds', id: language, value: { language, sounds } });
      await store.apply([row('en'), row('ar')]);
      same(
        [...(await store.appSounds())].sort((a, b) => (a.language < b.language ? -1 : 1)),
        [
          { language: 'ar', sounds },
          { language: 'en', sounds },
        ],
      );
      await store.apply([{ kind: 'app-sounds', id: 'ar', value: null }]);
      same(await store.appSounds(), [{ language: 'en', sounds }]);
    },
    'is empty after it was cleared, and tells of it': async () => {
      const store = await make();
      await store.apply([sampleOrganisation]);
      let heard = 0;
      store.subscribe(() => (heard += 1));
      await store.clear();
      same([await store.organisation(), heard], [null, 1]);
    },
    'keeps which maps were taken off this tablet, also when everything is fetched afresh, and tells of it':
      async () => {
        const store = await make();
        const map = (mapId: string): PullRow => ({
          kind: 'base-map',
          id: mapId,
          value: {
            mapId,
            title: mapId,
            bounds: [-2.6, 51.4, -2.5, 51.5],
            minZoom: 0,
            maxZoom: 14,
            bytes: 7,
            pieces: [{ sha256: 'a'.repeat(64), bytes: 7 }],
            attribution: '',
          },
        });
        const standing = async () => [
          (await store.baseMaps()).map(({ mapId }) => mapId).sort(),
          (await store.mapsOff()).map(({ mapId }) => mapId).sort(),
        ];
        await store.apply([map('county'), map('town')]);
        same(await standing(), [['county', 'town'], []]);
        let heard = 0;
        store.subscribe(() => (heard += 1));
        await store.keepMapOff('county', true);
        await store.keepMapOff('county', true);
        same([await standing(), heard], [[['town'], ['county']], 2]);
        await store.clear();
        same(await standing(), [[], []]);
        await store.apply([map('county'), map('town'), map('ward')]);
        same(await standing(), [['town', 'ward'], ['county']]);
        await store.keepMapOff('ward', true);
        await store.keepMapOff('county', false);
        same(await standing(), [['county', 'town'], ['ward']]);
      },
  };
}
