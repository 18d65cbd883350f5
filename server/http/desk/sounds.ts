import {
  isHeard,
  soundAt,
  soundPut,
  type AppSounds,
  type SoundAt,
  type SoundPut,
  type SoundsAnswer,
} from '../../../src/domain/app-sounds.ts';
import { isFilm, isSigned } from '../../../src/domain/signed.ts';
import { Problem } from '../../../src/domain/problems.ts';
import { readOrganisation } from '../../org/organisation.ts';
import { soundLanguages } from '../../surveys/sound-languages.ts';
import type { Deps } from '../deps.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';

const SOUNDS = '/desk/v1/sounds';

/** Sounds of the app's own words: who records one lets every tablet of that language hear it. */
export function soundEndpoints(deps: Deps): readonly Endpoint[] {
  const { store } = deps;
  const languages = async () => soundLanguages((await readOrganisation(store)).languages);
  /** What the organisation does not use is on no tablet, and no change may bring it there. */
  const refuseOther = async (language: string): Promise<void> => {
    if (!(await languages()).includes(language)) throw new Problem('bad-request', { field: 'language' });
  };
  /** A signed language is seen and every other is heard: the wrong one would be silence, or a picture of nothing. */
  const refuseWrongSense = async ({ language, sha256 }: SoundPut): Promise<void> => {
    const file = await store.surveys.asset(sha256);
    if (file !== null && isFilm(file) !== isSigned(language)) throw new Problem('bad-request', { field: 'sha256' });
  };
  const of = async (language: string): Promise<AppSounds> =>
    (await store.sounds.list()).find((one) => one.language === language) ?? {
      language,
      sounds: { standard: {}, easy: {} },
    };
  const note = (what: string, { language, layer, key }: SoundAt, byName: string, now: string) =>
    store.audit.add({ at: now, byName, what, about: `${language} ${layer} ${key}`.slice(0, 120) });

  return [
    endpoint({
      method: 'GET',
      path: SOUNDS,
      who: 'record-sounds',
      rate: 'desk',
      packed: true,
      run: async (): Promise<SoundsAnswer> => {
        const all = await languages();
        const sounds = (await store.sounds.list()).filter(({ language }) => all.includes(language));
        return { languages: [...all], sounds: [...sounds] };
      },
    }),
    endpoint({
      method: 'PUT',
      path: SOUNDS,
      who: 'record-sounds',
      rate: 'desk',
      body: soundPut,
      run: async ({ body, me, now }): Promise<AppSounds> => {
        await refuseOther(body.language);
        if (!isHeard(body.key.slice(0, body.key.indexOf(':')))) throw new Problem('bad-request', { field: 'key' });
        await refuseWrongSense(body);
        const done = await store.sounds.put(body, me().displayName, now);
        if (done === 'unknown') throw new Problem('not-found');
        if (done === 'full') throw new Problem('too-large');
        await note('sound-recorded', body, me().displayName, now);
        return of(body.language);
      },
    }),
    endpoint({
      method: 'DELETE',
      path: SOUNDS,
      who: 'record-sounds',
      rate: 'desk',
      query: soundAt,
      run: async ({ query, me, now }): Promise<AppSounds> => {
        await refuseOther(query.language);
        if (!(await store.sounds.remove(query, now))) throw new Problem('not-found');
        await note('sound-removed', query, me().displayName, now);
        return of(query.language);
      },
    }),
  ];
}
