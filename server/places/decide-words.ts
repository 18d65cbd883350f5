import type { WordsDecision } from '../../src/domain/desk-places.ts';
import { Problem } from '../../src/domain/problems.ts';
import { entryTexts, tooFineIn, withoutPieces } from '../../src/places/place-texts.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { atRev, write } from './edit-place.ts';
import { pieceKey } from './words-told.ts';

/**
 * What staff decided about a piece of the words of an entry and of the notes about it. `keep`: it goes to everybody at this
 * grade; made stricter, somebody is asked again. `out`: it is taken out of every one of those texts, for good; the sealed
 * records in the inbox stay as they were written. Throws what every change of an entry throws.
 */
export async function decideWords(
  deps: { readonly store: Pick<Store, 'directory'>; readonly keys: Keyring },
  entryId: string,
  { rev, piece, decide }: WordsDecision,
  by: { readonly displayName: string },
  now: string,
): Promise<void> {
  const before = await atRev(deps, entryId, rev);
  const { entry, kept } = before;
  const key = pieceKey(entryId, piece);
  // Words that no grade keeps back are nobody's to decide here.
  if (tooFineIn(piece, entry.grade).length === 0) throw new Problem('bad-request', { field: 'piece' });
  if (decide === 'keep') {
    const stays = [...kept.filter((one) => one.piece !== key), { piece: key, at: entry.grade }];
    await write(deps, [{ before, entry, what: 'words-kept', kept: stays }], by, now);
    return;
  }
  const without = (text: string): string =>
    withoutPieces(
      text,
      tooFineIn(text, entry.grade).filter((found) => pieceKey(entryId, found.text) === key),
    );
  await write(deps, [{ before, entry: entryTexts(entry, without), what: 'words-out', noteWords: without }], by, now);
}
