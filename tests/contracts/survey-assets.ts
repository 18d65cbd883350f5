import { sha256Hex } from '../../src/domain/bytes.ts';
import type { SurveyAssets } from '../../src/ports/survey-assets.ts';
import { type Contract, same } from './contract.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** @param make a store with nothing in it. */
export function surveyAssetsContract(make: () => Promise<SurveyAssets>): Contract {
  return {
    'keeps files by their hash, with what they are': async () => {
      const store = await make();
      const clip = bytes('OggS a clip');
      const sha256 = await sha256Hex(clip);
      same([await store.get(sha256), await store.list()], [null, []]);
      await store.put(sha256, 'audio/ogg', clip);
      await store.put(sha256, 'audio/ogg', clip);
      const blob = await store.get(sha256);
      same([blob?.type, blob?.size, await blob?.text()], ['audio/ogg', clip.length, 'OggS a clip']);
      same(await store.list(), [sha256]);
    },
    'what is found not to be what its hash says is gone, and can be put right': async () => {
      const store = await make();
      const picture = bytes('a picture');
      const sha256 = await sha256Hex(picture);
      await store.put(sha256, 'image/png', bytes('damaged'));
      same(await store.list(), [sha256]);
      same([await store.get(sha256), await store.list()], [null, []]);
      await store.put(sha256, 'image/png', picture);
      same((await store.get(sha256))?.size, picture.length);
    },
    'takes away what is asked, and nothing else': async () => {
      const store = await make();
      const [one, two] = [bytes('one'), bytes('two')];
      const [first, second] = [await sha256Hex(one), await sha256Hex(two)];
      await store.put(first, 'image/svg+xml', one);
      await store.put(second, 'image/svg+xml', two);
      await store.remove(first);
      await store.remove(first);
      same([await store.get(first), await store.list()], [null, [second]]);
    },
  };
}
