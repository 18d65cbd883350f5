import { useEffect, useRef } from 'preact/hooks';
import { looksPersonal, type PersonalPiece, withInstead } from '../../domain/looks-personal.ts';
import { GRADES } from '../../domain/place-grade.ts';
import type { PlaceGrade } from '../../domain/record.ts';
import { useKeptWords } from '../../kinds/kept-words.tsx';
import type { CaptureView } from '../../kinds/views.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { useRecordHold } from '../../record-parts/record-hold.ts';
import type { Draft } from '../../tablet/drafts.ts';

/** A piece of a record about a place that may say more than its grade, and the record with something else instead. */
interface TooFine {
  readonly piece: PersonalPiece;
  without(instead: string): Draft;
}

/**
 * The first piece that nobody has been asked about: in the texts of the record, or in what stands under its photos. null
 * where there is none, and where somebody said no and none of it is kept.
 */
export function firstTooFine(view: CaptureView<unknown>, draft: Draft, stays: readonly string[]): TooFine | null {
  const of = draft.consent?.answers.use === 'no' ? undefined : view.placeWords?.(draft.body);
  if (of === undefined) return null;
  const texts = [
    ...of.words.map((text) => ({
      words: text.words,
      most: text.most,
      with: (words: string): Draft => ({ ...draft, body: text.with(words) }),
    })),
    ...draft.media.map((item) => ({
      words: item.caption,
      most: 400,
      with: (caption: string): Draft => ({
        ...draft,
        media: draft.media.map((one) => (one === item ? { ...one, caption } : one)),
      }),
    })),
  ];
  for (const text of texts) {
    const piece = looksPersonal(text.words).find(
      ({ looksLike, text: found }) => of.tooFine.includes(looksLike) && !stays.includes(found),
    );
    if (piece !== undefined)
      return { piece, without: (instead) => text.with(withInstead(text.words, piece, instead, text.most)) };
  }
  return null;
}

/** Forgets what was kept when the grade becomes stricter: what may be told of an open place may not of a hidden one. */
export function useAskedAtGrade(grade: PlaceGrade | undefined, forget: () => void): void {
  const last = useRef(grade);
  useEffect(() => {
    if (grade === undefined) return;
    const was = last.current;
    last.current = grade;
    // Before a grade was chosen everything was asked about.
    if (was !== undefined && GRADES.indexOf(grade) > GRADES.indexOf(was)) forget();
  }, [grade]);
}

/** What is to be asked of the open record, and what happens with the answer. */
export function useTooFine(view: CaptureView<unknown>) {
  const { keeper } = useRecordHold();
  const { stays, keep, forget } = useKeptWords();
  const draft = useKeeper(keeper);
  useAskedAtGrade(view.placeWords?.(draft.body).grade, forget);
  return {
    piece: firstTooFine(view, draft, stays)?.piece ?? null,
    keep,
    /** Of the newest draft, not of the one that was drawn last. */
    takeOut(instead: string): void {
      keeper.change((now) => {
        const next = firstTooFine(view, now, stays)?.without(instead) ?? now;
        return { ...next, body: view.mayKeep?.(next.body) ?? next.body };
      });
    },
    /** Whether something is to be asked now. */
    asks: (): boolean => firstTooFine(view, keeper.draft(), stays) !== null,
  };
}
