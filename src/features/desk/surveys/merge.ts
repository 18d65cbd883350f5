import type { OpenSurvey } from '../../../domain/desk-surveys.ts';
import type { Survey, SurveyQuestion, SurveyTexts } from '../../../domain/survey.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';

/** One thing that two people changed in two ways. `path` is `words/en/easy/D1.ask`, `question/D1/settings`, ... */
export interface Clash {
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  /** Both changes. Where they clash, mine stands until somebody chooses. */
  readonly doc: LoadedSurvey;
  readonly clashes: readonly Clash[];
}

/**
 * Brings together what two people did to the same survey since `base`. What only one of them touched is theirs; a
 * question that one took away and the other changed stays. Nothing is lost in silence: the rest is told as a clash.
 */
export function merge(base: LoadedSurvey, mine: LoadedSurvey, theirs: LoadedSurvey): Merged {
  const [b, m, t] = [flat(base), flat(mine), flat(theirs)];
  const order = mergeOrder(
    codes(base),
    codes(mine),
    codes(theirs),
    (code) => touched(code, b, m) || touched(code, b, t),
  );
  const languages = mergeOrder(base.survey.languages, mine.survey.languages, theirs.survey.languages, () => false);
  const clashes: Clash[] = [];
  const chosen = new Map<string, unknown>();
  for (const path of new Set([...m.keys(), ...t.keys(), ...b.keys()])) {
    const [before, my, their] = [b.get(path), m.get(path), t.get(path)];
    const iDid = !same(my, before);
    const theyDid = !same(their, before);
    if (iDid && theyDid && !same(my, their) && my !== undefined && their !== undefined) {
      clashes.push({ path, mine: my, theirs: their });
    }
    const code = codeOf(path);
    const rescued =
      code !== null && order.includes(code) && !(codes(mine).includes(code) && codes(theirs).includes(code));
    const value = rescued ? (my ?? their) : iDid ? (my ?? (theyDid ? their : undefined)) : their;
    if (value !== undefined) chosen.set(path, value);
  }
  return { doc: build(mine, theirs, order, languages, chosen), clashes };
}

/** The same survey with one clash settled the other way. */
export function takeTheirs(doc: LoadedSurvey, clash: Clash): LoadedSurvey {
  const all = flat(doc);
  all.set(clash.path, clash.theirs);
  return build(doc, doc, codes(doc), doc.survey.languages, all);
}

/** What the builder works on, out of what the server sent. */
export const docOf = ({ survey, texts }: Pick<OpenSurvey, 'survey' | 'texts'>): LoadedSurvey => ({ survey, texts });

const codes = (doc: LoadedSurvey): readonly string[] => doc.survey.questions.map(({ code }) => code);
const SURVEY_FIELDS = ['consentAfter', 'aboutYou', 'fixed', 'pictures'] as const;

function flat({ survey, texts }: LoadedSurvey): Map<string, unknown> {
  const all = new Map<string, unknown>();
  for (const field of SURVEY_FIELDS) all.set(`survey/${field}`, survey[field]);
  for (const question of survey.questions) {
    for (const [field, value] of Object.entries(question)) {
      if (field !== 'code' && value !== undefined) all.set(`question/${question.code}/${field}`, value);
    }
  }
  for (const { language, standard, easy, sounds } of texts) {
    for (const [layer, words, clips] of [
      ['standard', standard, sounds.standard],
      ['easy', easy, sounds.easy],
    ] as const) {
      for (const [key, value] of Object.entries(words)) all.set(`words/${language}/${layer}/${key}`, value);
      for (const [key, value] of Object.entries(clips)) all.set(`sound/${language}/${layer}/${key}`, value);
    }
  }
  return all;
}

function build(
  mine: LoadedSurvey,
  theirs: LoadedSurvey,
  order: readonly string[],
  languages: readonly string[],
  all: ReadonlyMap<string, unknown>,
): LoadedSurvey {
  const questions = order.flatMap((code) => {
    const from = `question/${code}/`;
    const fields = [...all].filter(([path]) => path.startsWith(from));
    const known = Object.fromEntries(fields.map(([path, value]) => [path.slice(from.length), value]));
    return known['type'] === undefined ? [] : [{ code, ...known } as unknown as SurveyQuestion];
  });
  const fields = Object.fromEntries(SURVEY_FIELDS.map((field) => [field, all.get(`survey/${field}`)]));
  const survey = { ...mine.survey, ...fields, languages: [...languages], questions } as Survey;
  const texts = languages.map((language): SurveyTexts => {
    const row =
      theirs.texts.find((one) => one.language === language) ?? mine.texts.find((one) => one.language === language);
    const part = <Value>(what: 'words' | 'sound', layer: 'standard' | 'easy'): Record<string, Value> => {
      const from = `${what}/${language}/${layer}/`;
      const own = [...all].filter(([path]) => path.startsWith(from));
      return Object.fromEntries(own.map(([path, value]) => [path.slice(from.length), value as Value]));
    };
    return {
      surveyId: mine.survey.surveyId,
      version: mine.survey.version,
      language,
      status: row?.status ?? 'draft',
      checked: row?.checked ?? null,
      standard: part('words', 'standard'),
      easy: part('words', 'easy'),
      sounds: { standard: part('sound', 'standard'), easy: part('sound', 'easy') },
    };
  });
  return { survey, texts };
}

/** My order, with what they added put behind what it stood behind; what one of us took away goes, unless `keep` says so. */
function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  keep: (code: string) => boolean,
): readonly string[] {
  const moved = !same(
    mine.filter((one) => base.includes(one)),
    base.filter((one) => mine.includes(one)),
  );
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const gone = (code: string): boolean =>
    base.includes(code) && (!mine.includes(code) || !theirs.includes(code)) && !keep(code);
  const order = first.filter((code) => !gone(code));
  second.forEach((code, at) => {
    if (order.includes(code) || gone(code)) return;
    const before = second.slice(0, at).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, code);
  });
  return order;
}

/** The question a path is about, or null. */
function codeOf(path: string): string | null {
  const [what, first = '', , key = ''] = path.split('/');
  if (what === 'question') return first;
  return key.includes('.') ? key.slice(0, key.indexOf('.')) : null;
}

/** Whether somebody changed a question that was there before, or its words. */
function touched(code: string, before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): boolean {
  return [...after].some(([path, value]) => codeOf(path) === code && !same(value, before.get(path)));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
