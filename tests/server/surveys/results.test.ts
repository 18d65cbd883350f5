import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import type { SqlStore } from '../../../server/adapters/sql/sql-store.ts';
import { createResultsReader } from '../../../server/surveys/results.ts';
import type { SurveyResults } from '../../../src/domain/desk-surveys.ts';
import type { SurveyResponse } from '../../../src/domain/survey-response.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { aWithdrawal, CaptureMaker, SAID_YES } from '../../helpers/captures.ts';
import { DATABASES, type TestDatabase } from '../../helpers/stores.ts';
import { surveyDesk } from '../../helpers/survey-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Desk = Awaited<ReturnType<typeof surveyDesk>>;

interface Said extends Partial<SurveyResponse> {
  /** What A1 and A2 were answered with; `null` is skipped. */
  readonly a1?: string | null;
  readonly a2?: string | null;
}

function response({ a1 = 'yes', a2 = 'yes', ...over }: Said = {}): SurveyResponse {
  const answer = (code: string, value: string | null) => ({
    code,
    type: 'choose-one',
    outcome: value === null ? ('skipped' as const) : ('answered' as const),
    value: value === null ? null : { code: value },
    voice: over.voice ?? 'own',
    language: over.languages?.at(-1) ?? 'en',
    readingMode: 'standard' as const,
  });
  return {
    surveyId: 'our-survey',
    version: 1,
    family: 'our-survey',
    title: 'A survey',
    mode: 'hand-over',
    voice: 'own',
    ended: 'finished',
    stoppedAt: null,
    answers: [answer('A1', a1), answer('A2', a2)],
    languages: ['en'],
    need: null,
    people: null,
    ...over,
  };
}

const times = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

describe.each(Object.entries(DATABASES))('results on %s', (name, create) => {
  let database: TestDatabase;
  let app: TestApp;
  let desk: Desk;
  let maker: CaptureMaker;
  let tablet: Awaited<ReturnType<TestApp['tablet']>>;
  beforeAll(async () => {
    database = await create();
  }, 60_000);
  beforeEach(async () => {
    app = await testApp({ rateLimits: false, sql: database.openSql() });
    desk = await surveyDesk(app);
    tablet = await app.tablet();
    maker = new CaptureMaker(tablet);
    await desk.move(await desk.ready('our-survey'), 'published');
  });
  afterEach(async () => {
    await app.close();
    await database.reset();
  });
  afterAll(() => database.dispose());

  async function push(responses: readonly SurveyResponse[], more: object = {}) {
    const sealed = [];
    for (const body of responses) {
      sealed.push(await maker.operation({ kind: 'survey-response', body, consent: SAID_YES, ...more }));
    }
    for (let at = 0; at < sealed.length; at += 100) await tablet.push(sealed.slice(at, at + 100));
    await app.work();
    return sealed;
  }
  const ask = (query = '', surveyId = 'our-survey') => desk.ask(`/${surveyId}/results${query}`);
  const results = async (query = '', surveyId?: string) => (await (await ask(query, surveyId)).json()) as SurveyResults;
  const cell = (found: SurveyResults, code: string, choice: string) =>
    found.questions.find((one) => one.code === code)?.voices[0]?.cells.find((one) => one.code === choice)?.count;

  test('are counted from what tablets sealed and sent, and small numbers are hidden', async () => {
    await push(times(20, (n) => response({ a1: n < 12 ? 'yes' : 'no', a2: n < 18 ? 'yes' : 'no' })));
    const found = await results();
    expect(found).toMatchObject({ responses: 20, finished: 20, refused: null, threshold: 5, rounding: 1 });
    expect([cell(found, 'A1', 'yes'), cell(found, 'A1', 'no')]).toEqual([12, 8]);
    // Two said no: neither that nor the eighteen beside it is told, or one would tell the other.
    expect([cell(found, 'A2', 'yes'), cell(found, 'A2', 'no')]).toEqual([null, null]);
    expect((await desk.list()).surveys[0]).toMatchObject({ responses: 20, used: true });
  });

  test('of fewer than five nothing but their number is told', async () => {
    await push(times(4, () => response()));
    expect(await results()).toMatchObject({ responses: 4, refused: 'too-few', questions: [], modes: [] });
    await push([response()]);
    expect(await results()).toMatchObject({ responses: 5, refused: null });
  });

  test('what is withdrawn counts no more at once, also in what was counted before; a correction takes its place', async () => {
    const code = 'K7M2P9QX';
    const first = await push(times(12, (n) => response({ a1: n < 6 ? 'yes' : 'no' })));
    await push([response({ a1: 'yes' })], { receiptCode: code });
    const before = await results();
    expect([before.responses, cell(before, 'A1', 'yes')]).toEqual([13, 7]);
    const told = await ask('');
    expect(
      (
        await app.ask('/desk/v1/surveys/our-survey/results', {
          cookie: desk.cookie,
          headers: { 'if-none-match': told.headers.get('etag')! },
        })
      ).status,
    ).toBe(304);

    await tablet.push([await maker.operation(aWithdrawal(code))]);
    await app.work();
    const after = await results();
    expect([after.responses, cell(after, 'A1', 'yes')]).toEqual([12, 6]);
    expect(after.stamp).not.toBe(before.stamp);
    // Nor does it stand anywhere which survey it was.
    const { sql } = app.deps.store as unknown as Pick<SqlStore, 'sql'>;
    const gone = await sql.query('SELECT survey_token, survey_version FROM records WHERE box IS NULL');
    expect(gone).toEqual([{ survey_token: null, survey_version: null }]);

    const { opId, entityId } = first[0]!;
    await push([response({ a1: 'no' })], { entityId, amends: opId });
    const corrected = await results();
    expect(corrected.responses).toBe(12);
    // Five and seven.
    expect([cell(corrected, 'A1', 'yes'), cell(corrected, 'A1', 'no')]).toEqual([5, 7]);
  });

  test('an answer that nests without end is parked, and holds up none of the others', async () => {
    // By no tablet of ours, whose writing would end long before.
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const body = response();
    const deep = JSON.parse(nested(3000)) as unknown;
    const [first] = body.answers;
    if (first === undefined) throw new Error('there is no answer');
    await push([{ ...body, answers: [{ ...first, value: deep }] }, ...times(5, () => response())]);
    expect((await results()).responses).toBe(5);
    const { sql } = app.deps.store as unknown as Pick<SqlStore, 'sql'>;
    const waiting = await sql.query(`SELECT state, reason, detail FROM inbox WHERE state NOT IN ('applied')`);
    expect(waiting).toEqual([{ state: 'quarantined', reason: 'does-not-fit', detail: 'field: answers.0.value' }]);
  });

  test('a withdrawal that comes first wins: the answers are never counted', async () => {
    const code = 'H4R8T2WZ';
    await tablet.push([await maker.operation(aWithdrawal(code))]);
    await app.work();
    await push(times(6, () => response()));
    await push([response()], { receiptCode: code });
    expect((await results()).responses).toBe(6);
  });

  test('open each answer once: a second look opens only what came since', async () => {
    const opened: number[] = [];
    const { store, keys } = app.deps;
    const surveys = {
      ...store.surveys,
      answerBoxes: (ids: readonly string[]) => {
        opened.push(ids.length);
        return store.surveys.answerBoxes(ids);
      },
    };
    const reader = createResultsReader({ store: { surveys }, keys });
    await push(times(12, () => response()));
    expect((await reader.read('our-survey', {})).responses).toBe(12);
    await reader.read('our-survey', {});
    await reader.read('our-survey', { mode: 'hand-over' });
    expect(opened).toEqual([12]);
    await push([response({ a1: 'no' })]);
    expect((await reader.read('our-survey', {})).responses).toBe(13);
    expect(opened).toEqual([12, 1]);
  });

  test('keep own voice and helpers apart', async () => {
    await push([...times(9, () => response()), ...times(7, () => response({ voice: 'proxy-family', a1: 'no' }))]);
    const [first] = (await results()).questions;
    expect(first?.voices.map(({ voice, base }) => [voice, base])).toEqual([
      ['own', 9],
      ['proxy-family', 7],
    ]);
  });

  // What may be shown does not depend on where it is stored.
  describe.runIf(name === 'SQLite')('a part of the answers', () => {
    const arabic = { languages: ['ar'] };
    beforeEach(async () => {
      // 50 in English and 30 in Arabic by hand-over, 20 in English read out together, and three on paper.
      await push([
        ...times(50, (n) => response({ a1: n < 30 ? 'yes' : 'no' })),
        ...times(30, (n) => response({ ...arabic, a1: n < 27 ? 'yes' : 'no' })),
        ...times(20, (n) => response({ mode: 'facilitated', a1: n < 14 ? 'yes' : 'no' })),
        ...times(3, () => response({ mode: 'paper', a1: 'no' })),
      ]);
    });

    test('is counted more coarsely than the whole', async () => {
      const found = await results('?mode=facilitated');
      expect(found).toMatchObject({ threshold: 8, rounding: 5, responses: 20, needs: null, groups: null });
      for (const { voices } of found.questions) {
        for (const { base, cells } of voices) {
          for (const count of [base, ...cells.map((one) => one.count)]) if (count !== null) expect(count % 5).toBe(0);
        }
      }
    });

    test('that is small is not shown, nor one that leaves a small rest', async () => {
      expect(await results('?mode=paper')).toMatchObject({ refused: 'too-few', responses: null, questions: [] });
      await push(times(4, () => response({ mode: 'group', people: 4 })));
      // 107 less 3 is no small number; everything in a language but four is.
      expect(await results('?from=2000-01&to=2000-12')).toMatchObject({ refused: null, questions: expect.anything() });
      const rest = await results('?version=1');
      expect(rest.refused).toBeNull();
      await push(times(2, () => response({ version: 2 })));
      expect(await results('?version=1')).toMatchObject({ refused: 'others-too-few', questions: [] });
      expect(await results('?version=2')).toMatchObject({ refused: 'too-few', questions: [] });
    });

    test('and its neighbours never add up to a small number, nor does one less than another', async () => {
      const whole = await results();
      const parts = await Promise.all(['hand-over', 'facilitated'].map((mode) => results(`?mode=${mode}`)));
      // The three on paper all said no. From the exact whole and the coarse parts nobody can tell.
      const no = (found: SurveyResults) => cell(found, 'A1', 'no');
      expect(no(whole)).toBe(32);
      const [handOver, facilitated] = parts.map(no);
      // 23 and 6: the six are hidden, and the 23 are told as 25.
      expect(handOver === null || handOver === 25).toBe(true);
      expect(facilitated).toBeNull();
    });

    test('crossed with another is measured against each of the two', async () => {
      // Everybody who answered in Arabic did so by hand-over: both together are Arabic alone.
      expect((await results('?mode=hand-over&language=ar')).refused).toBeNull();
      await push(times(3, () => response({ ...arabic, mode: 'facilitated' })));
      // Arabic alone less Arabic by hand-over are those three.
      expect(await results('?mode=hand-over&language=ar')).toMatchObject({ refused: 'others-too-few' });
      expect((await ask('?mode=hand-over&language=ar&voice=own')).status).toBe(400);
      expect((await ask('?mode=hand-over&voice=own&version=1')).status).toBe(200);
    });

    test('cannot be asked for by anything finer', async () => {
      for (const query of [
        '?from=2026-11-20',
        '?to=2026-11-20',
        '?mode=hand-over,paper',
        '?version=0',
        '?voice=nobody',
      ]) {
        expect((await ask(query)).status).toBe(400);
      }
    });
  });

  test('a family joins its variants, coarsely; where the other variants are few it is refused', async () => {
    const body = { from: 'copy', surveyId: 'for-youth', of: { surveyId: 'our-survey', version: 1 }, variant: true };
    const variant = (await (await desk.ask('', { body })).json()) as Parameters<Desk['move']>[0];
    await desk.move(variant, 'published');
    await push(times(20, () => response()));
    expect(await results('?family=1')).toMatchObject({ responses: 20, rounding: 1 });
    await push(times(3, () => response({ surveyId: 'for-youth' })));
    expect(await results('?family=1')).toMatchObject({ refused: 'others-too-few', questions: [] });
    await push(times(17, () => response({ surveyId: 'for-youth' })));
    const found = await results('?family=1');
    expect(found).toMatchObject({ responses: 40, rounding: 5, refused: null });
    expect(found.questions[0]?.askedIn.sort()).toEqual(['for-youth@1', 'our-survey@1']);
    expect((await results()).responses).toBe(20);
  });

  test('as a table: one row a response, for a lead, written down, and never of a few', async () => {
    const csv = (role: Desk, query = '?as=codes') => role.ask(`/our-survey/answers.csv${query}`);
    await push(times(4, () => response()));
    expect((await csv(desk)).status).toBe(409);
    await push(times(8, (n) => response({ a1: n === 0 ? null : 'no', ended: 'finished' })));
    const answer = await csv(desk);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(lines).toHaveLength(13);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const labels = await (await csv(desk, '?as=labels')).text();
    expect(labels.split('\r\n')[0]).toContain('Is A1 so?');
    expect(labels).toContain('Alone with the tablet');
    expect((await csv(await surveyDesk(app, 'staff'))).status).toBe(403);
    const { entries } = (await (await app.ask('/desk/v1/audit', { cookie: desk.cookie })).json()) as {
      entries: { what: string; about: string }[];
    };
    expect(entries.filter(({ what }) => what === 'answers-exported').map(({ about }) => about)).toEqual([
      'our-survey: 12 (labels)',
      'our-survey: 12 (codes)',
    ]);
    await push(times(2, () => response({ version: 2 })));
    expect((await csv(desk, '?as=codes&version=1')).status).toBe(409);
  });

  test('the inbox lists what was said or needed, and finds it by its survey', async () => {
    await push([...times(5, () => response()), response({ need: 'today' })]);
    const inbox = async (query: string) =>
      ((await (await app.ask(`/desk/v1/inbox${query}`, { cookie: desk.cookie })).json()) as { items: unknown[] }).items;
    expect(await inbox('')).toHaveLength(1);
    expect(await inbox('?facet=survey%3Aour-survey')).toHaveLength(1);
    expect(await inbox('?facet=survey%3Aanother')).toHaveLength(0);
    expect(await inbox('?lane=urgent')).toHaveLength(1);
    expect((await results()).responses).toBe(6);
  });

  test('nothing about a survey that is not there', async () => {
    expect((await ask('', 'not-there')).status).toBe(404);
  });
});
