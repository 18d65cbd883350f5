import type { SurveyResponse } from '../../src/domain/survey-response.ts';
import { surveyAnswers } from '../../src/kinds/survey-response/schema.ts';
import { openRecord } from '../inbox/boxes.ts';
import type { Keyring } from '../ports/keys.ts';
import type { Store } from '../ports/store.ts';
import type { AnswerRow } from '../ports/survey-store.ts';
import { surveyToken } from './survey-token.ts';

/** One person's (or group's) answers as they stand now: the last correction, where there is one. */
export interface Answers {
  readonly opId: string;
  readonly receivedAt: string;
  /** Month of capture, YYYY-MM. */
  readonly month: string;
  /** Code of the list `settings`, or null where there was no visit. */
  readonly setting: string | null;
  readonly response: SurveyResponse;
}

export interface AnswerReader {
  /** Of these surveys, as they stand at this moment: what was withdrawn a second ago is not among them. */
  of(surveyIds: readonly string[]): Promise<readonly Answers[]>;
}

interface Deps {
  readonly store: Pick<Store, 'surveys'>;
  readonly keys: Keyring;
}

/** Opened answers are kept in memory up to this many, the survey that was asked for longest ago goes first. */
const MOST_KEPT = 60_000;
/** So many are opened side by side. */
const AT_ONCE = 200;

/**
 * Reads filed answers. Which there are is asked of the database each time, so withdrawals, corrections and other
 * processes need no telling; only those not seen before are opened.
 */
export function createAnswerReader(deps: Deps): AnswerReader {
  const opened = new Map<string, Map<string, Answers | null>>();

  const keep = (surveyId: string): Map<string, Answers | null> => {
    const known = opened.get(surveyId) ?? new Map<string, Answers | null>();
    opened.delete(surveyId);
    opened.set(surveyId, known);
    let sum = [...opened.values()].reduce((all, each) => all + each.size, 0);
    for (const [id, each] of opened) {
      if (sum <= MOST_KEPT || id === surveyId) break;
      sum -= each.size;
      opened.delete(id);
    }
    return known;
  };

  const one = async (surveyId: string): Promise<readonly Answers[]> => {
    const rows = currentOf(await deps.store.surveys.answers([surveyToken(deps.keys, surveyId)]));
    const known = keep(surveyId);
    const there = new Set(rows.map(({ opId }) => opId));
    for (const opId of known.keys()) if (!there.has(opId)) known.delete(opId);
    const fresh = rows.filter(({ opId }) => !known.has(opId));
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const part = fresh.slice(at, at + AT_ONCE);
      const boxes = await deps.store.surveys.answerBoxes(part.map(({ opId }) => opId));
      await Promise.all(
        part.map(async (row) => {
          const box = boxes.get(row.opId)?.box;
          if (box !== undefined) known.set(row.opId, await openAnswers(deps.keys, row, box));
        }),
      );
    }
    return rows.flatMap(({ opId }) => known.get(opId) ?? []);
  };

  return { of: async (surveyIds) => (await Promise.all(surveyIds.map(one))).flat() };
}

/** Of each entity the last correction, or else what arrived first: the same that the inbox shows. */
function currentOf(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const current = new Map<string, AnswerRow>();
  for (const row of rows) if (!current.has(row.entityId) || row.amends !== null) current.set(row.entityId, row);
  return [...current.values()];
}

/** null for what cannot be read as answers any more: it is not counted, and stays filed. */
async function openAnswers(keys: Keyring, row: AnswerRow, box: Uint8Array): Promise<Answers | null> {
  const record = await openRecord(keys, row.opId, box);
  const parsed = surveyAnswers.schema.safeParse(record.body);
  if (!parsed.success) return null;
  const { contact: _never, ...response } = parsed.data;
  const day = record.visit?.date ?? record.finishedAt;
  return {
    opId: row.opId,
    receivedAt: row.receivedAt,
    month: /^\d{4}-\d{2}/.exec(day)?.[0] ?? row.receivedAt.slice(0, 7),
    setting: record.visit?.setting ?? null,
    response,
  };
}
