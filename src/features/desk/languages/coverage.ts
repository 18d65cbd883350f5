import type { STANDINGS } from 'virtual:standings';

type Standing = (typeof STANDINGS)[number];
export type TextState = keyof Standing['states'];

/** How far a heap of texts has come. */
export interface Coverage {
  readonly texts: number;
  readonly missing: number;
  readonly stale: number;
  readonly states: Readonly<Record<TextState, number>>;
}

export interface FeatureCoverage extends Coverage {
  readonly namespace: string;
  readonly where: string;
  readonly who: Standing['who'];
}

export interface LayerCoverage {
  readonly layer: Standing['layer'];
  readonly person: Coverage;
  readonly worker: Coverage;
  /** What lacks most first. */
  readonly features: readonly FeatureCoverage[];
}

export interface LanguageCoverage {
  readonly language: string;
  readonly layers: readonly LayerCoverage[];
}

const sum = (rows: readonly Coverage[], of: (row: Coverage) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

function together(rows: readonly Coverage[]): Coverage {
  return {
    texts: sum(rows, ({ texts }) => texts),
    missing: sum(rows, ({ missing }) => missing),
    stale: sum(rows, ({ stale }) => stale),
    states: {
      draft: sum(rows, ({ states }) => states.draft),
      translated: sum(rows, ({ states }) => states.translated),
      checked: sum(rows, ({ states }) => states.checked),
      tested: sum(rows, ({ states }) => states.tested),
    },
  };
}

/** Texts that somebody who knows the language has read over, and whose English has not changed since. */
export const checkedOf = ({ states, stale }: Coverage): number => Math.max(0, states.checked + states.tested - stale);

/** Each language with its layers: the organisation's own languages first, then the ones that lack least. */
export function coverage(standings: readonly Standing[], used: readonly string[]): readonly LanguageCoverage[] {
  const languages = [...new Set(standings.map(({ language }) => language))].map((language): LanguageCoverage => {
    const layers = (['standard', 'easy'] as const).flatMap((layer) => {
      const rows = standings.filter((row) => row.language === language && row.layer === layer);
      if (rows.length === 0) return [];
      const of = (who: Standing['who']): Coverage => together(rows.filter((row) => row.who === who));
      const features = rows.toSorted((one, other) => other.missing + other.stale - one.missing - one.stale);
      return [{ layer, person: of('person'), worker: of('worker'), features }];
    });
    return { language, layers };
  });
  const lacks = ({ layers }: LanguageCoverage): number =>
    (layers[0]?.person.missing ?? 0) + (layers[0]?.worker.missing ?? 0);
  const mine = ({ language }: LanguageCoverage): number => (used.includes(language) ? 0 : 1);
  return languages.toSorted(
    (one, other) => mine(one) - mine(other) || lacks(one) - lacks(other) || one.language.localeCompare(other.language),
  );
}
