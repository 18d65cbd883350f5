import { createHash } from 'node:crypto';
import { MOST_FILTERS, type ResultsQuery, type SurveyResults } from '../../src/domain/desk-surveys.ts';
import { Problem } from '../../src/domain/problems.ts';
import type { SurveyResponse } from '../../src/domain/survey-response.ts';
import type { Survey } from '../../src/domain/survey.ts';
import { createTally, type Tally } from '../../src/surveys/results.ts';
import { smallestShown } from '../../src/surveys/results/suppress.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import { createAnswerReader, type Answers } from './answers.ts';

type Filter = (one: Answers) => boolean;

export interface ResultsReader {
  /** Throws Problem('not-found' | 'bad-request'). */
  read(surveyId: string, query: ResultsQuery): Promise<SurveyResults>;
  /** Every answer as it stands, for the table. */
  answers(surveyId: string): Promise<{ surveys: readonly Survey[]; answers: readonly Answers[] }>;
}

/** Tallies that are kept, so that only what came or went is counted. */
const MOST_TALLIES = 40;

/**
 * Results of surveys. The whole of a survey is counted exactly, with small numbers hidden. Any part of it, and a family,
 * is counted by the stricter rule for what is public (under eight hidden, the rest rounded to five): a part taken from
 * the whole, or parts from one another, then never give a small number away. A part of so few, or that leaves out so few,
 * is not shown at all.
 */
export function createResultsReader(deps: { store: Pick<Store, 'surveys'>; keys: Keyring }): ResultsReader {
  const reader = createAnswerReader(deps);
  const tallies = new Map<string, { tally: Tally; counted: Map<string, SurveyResponse> }>();

  const tallyOf = (key: string, surveys: readonly Survey[], chosen: readonly Answers[]): Tally => {
    const kept = tallies.get(key) ?? { tally: createTally(surveys), counted: new Map<string, SurveyResponse>() };
    tallies.delete(key);
    tallies.set(key, kept);
    for (const old of tallies.keys()) {
      if (tallies.size <= MOST_TALLIES) break;
      tallies.delete(old);
    }
    const wanted = new Set(chosen.map(({ opId }) => opId));
    for (const [opId, response] of kept.counted) {
      if (wanted.has(opId)) continue;
      kept.tally.take(response);
      kept.counted.delete(opId);
    }
    for (const { opId, response } of chosen) {
      if (kept.counted.has(opId)) continue;
      kept.tally.add(response);
      kept.counted.set(opId, response);
    }
    return kept.tally;
  };

  const surveysOf = async (surveyId: string, wholeFamily: boolean): Promise<readonly Survey[]> => {
    const lines = await deps.store.surveys.list();
    const own = lines.filter((each) => each.surveyId === surveyId);
    const family = own[0]?.family;
    if (family === undefined) throw new Problem('not-found');
    const wanted = lines.filter((each) => (wholeFamily ? each.family === family : each.surveyId === surveyId));
    const used = wanted.filter(({ state }) => state !== 'draft');
    const stored = await Promise.all(used.map((each) => deps.store.surveys.get(each.surveyId, each.version)));
    const surveys = stored.flatMap((each) => (each === null ? [] : [each.survey]));
    // The survey that was asked for first: where a family's surveys differ, its questions lead.
    return [...surveys].sort((a, b) => Number(b.surveyId === surveyId) - Number(a.surveyId === surveyId));
  };

  return {
    async read(surveyId, query) {
      const filters = filtersOf(query);
      if (filters.length - (query.version === undefined ? 0 : 1) > MOST_FILTERS)
        throw new Problem('bad-request', { field: 'filters' });
      const surveys = await surveysOf(surveyId, query.family !== undefined);
      const ids = [...new Set([surveyId, ...surveys.map((each) => each.surveyId)])];
      const all = await reader.of(ids);
      const own = all.filter(({ response }) => response.surveyId === surveyId);
      const chosen = all.filter((one) => filters.every((holds) => holds(one)));
      // A family of which nobody answered the others is the survey itself.
      const isPart = filters.length > 0 || own.length !== all.length;
      const audience = isPart ? 'public' : 'internal';
      const threshold = smallestShown(audience);

      const line = (await deps.store.surveys.list()).find((each) => each.surveyId === surveyId);
      const newest = surveys.find((each) => each.surveyId === surveyId);
      const about = {
        surveyId,
        family: line?.family ?? surveyId,
        title: line?.title ?? surveyId,
        versions: surveys.filter((each) => each.surveyId === surveyId).map(({ version }) => version),
        threshold,
        rounding: isPart ? 5 : 1,
        stamp: stampOf(surveys, query, chosen, all.length),
        newestAt: all.reduce<string | null>(
          (last, { receivedAt }) => (last !== null && last > receivedAt ? last : receivedAt),
          null,
        ),
      };
      const refused = whyRefused(chosen.length, all, own.length, filters, threshold);
      if (refused !== null || newest === undefined) {
        return { ...about, ...NOTHING, refused, responses: isPart ? null : chosen.length };
      }
      const key = JSON.stringify([surveys.map((each) => [each.surveyId, each.version]), query]);
      const shown = tallyOf(key, surveys, chosen).show(audience);
      return {
        ...about,
        ...shown,
        fft: [...shown.fft],
        refused: null,
        responses: isPart ? shown.responses : chosen.length,
        groups: isPart ? null : shown.groups,
        needs: isPart ? null : shown.needs,
      };
    },

    async answers(surveyId) {
      return { surveys: await surveysOf(surveyId, false), answers: await reader.of([surveyId]) };
    },
  };
}

const NOTHING = {
  finished: null,
  stopped: null,
  stoppedAt: [],
  groups: null,
  modes: [],
  languages: [],
  voices: [],
  easyRead: null,
  needs: null,
  questions: [],
  fft: [],
  straightLine: null,
} satisfies Partial<SurveyResults>;

/** Each filter that is set. A response belongs to one value of each: the language is the one it ended in. */
function filtersOf({ version, from, to, setting, language, mode, voice }: ResultsQuery): readonly Filter[] {
  const filters: Filter[] = [];
  if (version !== undefined) filters.push(({ response }) => response.version === version);
  if (from !== undefined || to !== undefined) {
    filters.push(({ month }) => (from === undefined || month >= from) && (to === undefined || month <= to));
  }
  if (setting !== undefined) filters.push((one) => one.setting === setting);
  if (language !== undefined) filters.push(({ response }) => response.languages.at(-1) === language);
  if (mode !== undefined) filters.push(({ response }) => response.mode === mode);
  if (voice !== undefined) filters.push(({ response }) => response.voice === voice);
  return filters;
}

/**
 * Too few in it; or too few left over from anything it can be taken from: what any of its filters without the others
 * shows, the whole, and the survey's share of a family. Nobody at all gives nobody away.
 */
function whyRefused(
  chosen: number,
  all: readonly Answers[],
  own: number,
  filters: readonly Filter[],
  threshold: number,
): SurveyResults['refused'] {
  const isFew = (count: number): boolean => count > 0 && count < threshold;
  if (isFew(chosen)) return 'too-few';
  const larger = fewerOf(filters).map((some) => all.filter((one) => some.every((holds) => holds(one))).length);
  return larger.some((count) => isFew(count - chosen)) || isFew(all.length - own) ? 'others-too-few' : null;
}

/** Every choice of some of these filters, none of them, or all. */
function fewerOf(filters: readonly Filter[]): readonly (readonly Filter[])[] {
  return filters.reduce<(readonly Filter[])[]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]]);
}

/** Changes with every answer that comes, goes or is corrected, and with the surveys it is counted by. */
function stampOf(surveys: readonly Survey[], query: ResultsQuery, chosen: readonly Answers[], all: number): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([surveys.map(({ surveyId, version, state }) => [surveyId, version, state]), query, all]));
  for (const { opId } of chosen) hash.update(opId);
  return hash.digest('base64url');
}
