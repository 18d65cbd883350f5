import type { QuickNote } from './schema.ts';

/** Plainly made-up notes, for the gallery and the tests. */
export const specimens: Record<string, QuickNote> = {
  usual: {
    theme: 'damp',
    feeling: 'worried',
    voice: 'own',
    said: 'The wall by the little one’s bed is wet every morning.',
  },
  noWords: { theme: 'waiting', feeling: 'angry', voice: 'observed', said: '' },
  rightToLeft: {
    theme: 'getting-appointments',
    feeling: 'mixed',
    voice: 'helped-reading',
    said: 'أتصل كل صباح ولا أحد يجيب قبل الظهر.',
  },
};
