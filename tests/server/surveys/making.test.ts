import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { installStarters } from '../../../server/surveys/install-starters.ts';
import { pullRow } from '../../../src/domain/pull-row.ts';
import type { OpenSurvey } from '../../../src/domain/desk-surveys.ts';
import { testApp, type TestApp } from '../../helpers/app.ts';
import { DATABASES, type TestDatabase } from '../../helpers/stores.ts';
import { anOggClip, aQuestion, surveyDesk, surveyRows, wordsFor } from '../../helpers/survey-desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Desk = Awaited<ReturnType<typeof surveyDesk>>;
const problem = async (answer: Response) => {
  const told = (await answer.json()) as { problem?: string; details?: Record<string, unknown> };
  return [answer.status, told.problem, told.details] as const;
};
const withWords = (open: OpenSurvey, words: Record<string, string>): OpenSurvey => ({
  ...open,
  texts: open.texts.map((each) => ({ ...each, standard: { ...each.standard, ...words } })),
});

describe.each(Object.entries(DATABASES))('surveys on %s', (_, create) => {
  let database: TestDatabase;
  let app: TestApp;
  let desk: Desk;
  beforeAll(async () => {
    database = await create();
  }, 60_000);
  beforeEach(async () => {
    app = await testApp({ rateLimits: false, sql: database.openSql() });
    desk = await surveyDesk(app);
  });
  afterEach(async () => {
    await app.close();
    await database.reset();
  });
  afterAll(() => database.dispose());

  test('are begun, written and read again as they were written', async () => {
    const open = await desk.ready('our-survey');
    expect(open.survey).toMatchObject({ surveyId: 'our-survey', version: 1, state: 'draft', family: 'our-survey' });
    expect(await desk.open('our-survey')).toEqual(open);
    const { surveys } = await desk.list();
    expect(surveys).toMatchObject([
      { surveyId: 'our-survey', title: 'A survey', questions: 2, used: false, responses: 0 },
    ]);
    expect(
      await problem(
        await desk.ask('', { body: { from: 'blank', surveyId: 'our-survey', title: 'X', language: 'en' } }),
      ),
    ).toEqual([409, 'name-taken', undefined]);
    expect((await desk.ask('/not-there/1')).status).toBe(404);
    expect((await desk.ask('/our-survey/0')).status).toBe(404);
  });

  test('a lost update is refused with who was quicker, and writes nothing', async () => {
    const mine = await desk.ready('our-survey');
    const theirs = await (await surveyDesk(app, 'staff')).save(withWords(mine, { 'A1.ask': 'Theirs?' }));
    const refused = await desk.put(withWords(mine, { 'A1.ask': 'Mine?' }));
    expect(await problem(refused)).toEqual([409, 'conflict', { by: 'A staff', at: theirs.changedAt, rev: theirs.rev }]);
    expect((await desk.open('our-survey')).texts[0]?.standard['A1.ask']).toBe('Theirs?');
  });

  test('of two editors who save at once, one wins and one is told', async () => {
    const open = await desk.ready('our-survey');
    const answers = await Promise.all(
      ['One?', 'Two?', 'Three?'].map((ask) => desk.put(withWords(open, { 'A1.ask': ask }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = (await answers.find(({ ok }) => ok)!.json()) as OpenSurvey;
    expect(await desk.open('our-survey')).toEqual(won);
  });

  test('state, family and who checked what cannot be slipped in with a draft', async () => {
    const open = await desk.ready('our-survey');
    const by = { by: 'Nobody', on: '2026-01-01' };
    const saved = await desk.save({
      ...open,
      survey: { ...open.survey, state: 'published', family: 'another', easyReadChecked: by, surveyId: 'our-survey' },
      texts: open.texts.map((each) => ({ ...each, status: 'tested', checked: by })),
    });
    expect(saved.survey).toMatchObject({ state: 'draft', family: 'our-survey', easyReadChecked: null });
    expect(saved.texts[0]).toMatchObject({ status: 'translated', checked: null });
    const tablet = await app.tablet();
    expect(await surveyRows(tablet)).toEqual(new Map());
  });

  test('what was checked and then rewritten has to be checked again', async () => {
    const open = await desk.ready('our-survey');
    const mark = (body: unknown) => desk.ask('/our-survey/1/checked', { body });
    const checked = (await (
      await mark({ what: 'language', rev: open.rev, language: 'en', status: 'checked', by: 'Meera' })
    ).json()) as OpenSurvey;
    expect(checked.texts[0]).toMatchObject({ status: 'checked', checked: { by: 'Meera', on: '2026-11-22' } });
    const same = await desk.save(checked);
    expect(same.texts[0]?.status).toBe('checked');
    const rewritten = await desk.save(withWords(same, { 'A1.ask': 'Quite another question?' }));
    expect(rewritten.texts[0]).toMatchObject({ status: 'translated', checked: null });
    expect((await mark({ what: 'language', rev: open.rev, language: 'en', status: 'checked', by: 'X' })).status).toBe(
      409,
    );
    expect(
      (await mark({ what: 'language', rev: rewritten.rev, language: 'fr', status: 'checked', by: 'X' })).status,
    ).toBe(404);
  });

  test('reach tablets when piloted or published, never before, and only in wanted languages', async () => {
    const open = await desk.ready('our-survey');
    const [english] = open.texts;
    const saved = await desk.save({
      ...open,
      texts: ['en', 'ar', 'pl'].map((language) => ({ ...english!, language, status: 'draft' as const })),
    });
    const tablet = await app.tablet();
    expect((await surveyRows(tablet)).size).toBe(0);
    const piloted = await desk.move(saved, 'pilot');
    expect(piloted).toMatchObject({ done: true, open: { survey: { state: 'pilot' } } });
    // The organisation uses English and Arabic.
    const rows = await surveyRows(tablet);
    expect([...rows].flatMap(([id, value]) => (value === null ? [] : [id])).sort()).toEqual([
      'our-survey@1',
      'our-survey@1/ar',
      'our-survey@1/en',
    ]);
    for (const [id, value] of rows) {
      const kind = id.includes('/') ? 'survey-texts' : 'survey';
      expect(pullRow.safeParse({ kind, id, value }).success).toBe(true);
    }
  });

  test('a new language of the organisation brings its words, and one it gives up takes them away', async () => {
    const open = await desk.ready('our-survey');
    const texts = ['en', 'pl'].map((language) => ({ ...open.texts[0]!, language }));
    await desk.move(await desk.save({ ...open, texts }), 'published');
    const tablet = await app.tablet();
    const first = await tablet.pull();
    const change = (languages: string[]) =>
      app.ask('/desk/v1/organisation', { method: 'PATCH', body: { languages }, cookie: desk.cookie });
    await change(['en', 'pl']);
    const rows = await surveyRows(tablet, first.cursor);
    expect(rows.get('our-survey@1/pl')).toMatchObject({ language: 'pl' });
    expect(rows.has('our-survey@1')).toBe(false);
    await change(['en']);
    expect((await surveyRows(tablet)).get('our-survey@1/pl')).toBeNull();
  });

  test('a used version never changes: its next version is written, and the older one stays for drafts', async () => {
    const open = await desk.ready('our-survey');
    const { open: live } = await desk.move(open, 'published');
    expect(live).toMatchObject({ used: true });
    expect(await problem(await desk.put(withWords(live, { 'A1.ask': 'Changed?' })))).toEqual([
      409,
      'survey-used',
      undefined,
    ]);
    expect((await desk.ask(`/our-survey/1?rev=${live.rev}`, { method: 'DELETE' })).status).toBe(409);
    const next = (await (
      await desk.ask('', { body: { from: 'version', of: { surveyId: 'our-survey', version: 1 } } })
    ).json()) as OpenSurvey;
    expect(next.survey).toMatchObject({ version: 2, state: 'draft', family: 'our-survey' });
    // Asked once more, it is the same draft: two drafts of one survey would lose somebody's work.
    const again = await desk.ask('', { body: { from: 'version', of: { surveyId: 'our-survey', version: 1 } } });
    expect(((await again.json()) as OpenSurvey).survey.version).toBe(2);
    const { open: second } = await desk.move(await desk.save(withWords(next, { 'A1.ask': 'Changed?' })), 'published');
    expect(second.survey.state).toBe('published');
    expect((await desk.open('our-survey', 1)).survey.state).toBe('retired');
    const tablet = await app.tablet();
    const rows = await surveyRows(tablet);
    expect(rows.get('our-survey@1')).toMatchObject({ state: 'retired' });
    expect(rows.get('our-survey@1/en')).toMatchObject({ standard: { 'A1.ask': 'Is A1 so?' } });
    expect(rows.get('our-survey@2/en')).toMatchObject({ standard: { 'A1.ask': 'Changed?' } });
  });

  test('a pilot that no tablet has goes back to a draft; one that was fetched is retired and goes on as the next', async () => {
    const { open: pilot } = await desk.move(await desk.ready('our-survey'), 'pilot');
    const back = await desk.move(pilot, 'draft');
    expect(back.open.survey).toMatchObject({ version: 1, state: 'draft' });
    const tablet = await app.tablet();
    expect([...(await surveyRows(tablet)).values()].filter((value) => value !== null)).toEqual([]);
    const { open: again } = await desk.move(back.open, 'pilot');
    await surveyRows(tablet);
    const after = await desk.open('our-survey');
    expect(after.used).toBe(true);
    const { open: next } = await desk.move({ ...again, rev: after.rev }, 'draft');
    expect(next.survey).toMatchObject({ version: 2, state: 'draft' });
    expect((await desk.open('our-survey', 1)).survey.state).toBe('retired');
  });

  test('fetched and taken back in the same moment, it is either on the tablet and used, or a draft and not there', async () => {
    const tablet = await app.tablet();
    for (let round = 0; round < 12; round += 1) {
      const id = `round-${round}`;
      const { open } = await desk.move(await desk.ready(id), 'pilot');
      const [rows, back] = await Promise.all([surveyRows(tablet), desk.state(open, 'draft')]);
      const given = rows.get(`${id}@1`) ?? null;
      const after = await desk.open(id, 1);
      if (given !== null) expect(after.used).toBe(true);
      if (after.survey.state === 'draft') expect([given, after.used]).toEqual([null, false]);
      // A draft may change; what a tablet has may not.
      const put = await desk.put(withWords(after, { 'A1.ask': 'Quite another question?' }));
      expect(put.status).toBe(after.survey.state === 'draft' ? 200 : 409);
      expect([200, 409]).toContain(back.status);
    }
  });

  test('a pilot that changes while it is fetched leaves as it is now, or not at all', async () => {
    const { surveys, reference } = app.deps.store;
    const open = await desk.ready('our-survey');
    await desk.move(open, 'pilot');
    const read = await reference.since(0, '', 500);
    const before = await desk.open('our-survey');
    await desk.save(withWords(before, { 'A1.ask': 'Quite another question?' }));
    const one = { surveyId: 'our-survey', version: 1 };
    // What was read before the change does not go, and marks nothing as used.
    expect(await surveys.markGiven([one], read.revision)).toEqual([]);
    expect((await desk.open('our-survey')).used).toBe(false);
    const now = await reference.since(0, '', 500);
    expect(await surveys.markGiven([one], now.revision)).toEqual([one]);
    expect((await desk.open('our-survey')).used).toBe(true);
  });

  test('published twice at once, it is published once', async () => {
    const open = await desk.ready('our-survey');
    const answers = await Promise.all([1, 2, 3].map(() => desk.state(open, 'published')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { entries } = (await (await app.ask('/desk/v1/audit', { cookie: desk.cookie })).json()) as {
      entries: { what: string }[];
    };
    expect(entries.filter(({ what }) => what === 'survey-published')).toHaveLength(1);
  });

  test('staff make and pilot; publishing and taking away is a lead’s', async () => {
    const staff = await surveyDesk(app, 'staff');
    const open = await staff.ready('our-survey');
    expect(await problem(await staff.state(open, 'published'))).toEqual([403, 'not-allowed', undefined]);
    const { open: pilot } = await staff.move(open, 'pilot');
    const lead = await surveyDesk(app, 'lead');
    const { open: live } = await lead.move(pilot, 'published');
    for (const to of ['retired', 'draft']) expect((await staff.state(live, to)).status).toBe(403);
    expect((await lead.move(live, 'retired')).open.survey.state).toBe('retired');
  });

  test('no state is reached by a way that is not there', async () => {
    const open = await desk.ready('our-survey');
    for (const to of ['retired', 'draft']) {
      expect(await problem(await desk.state(open, to))).toEqual([409, 'survey-state', { state: 'draft' }]);
    }
    const { open: live } = await desk.move(open, 'published');
    expect((await desk.state(live, 'pilot')).status).toBe(409);
  });

  test('a draft is removed with its words, and its id is free again', async () => {
    const open = await desk.ready('our-survey');
    expect((await desk.ask('/our-survey/1?rev=1', { method: 'DELETE' })).status).toBe(409);
    expect((await desk.ask(`/our-survey/1?rev=${open.rev}`, { method: 'DELETE' })).status).toBe(204);
    expect((await desk.list()).surveys).toEqual([]);
    expect((await desk.begin('our-survey')).survey.questions).toEqual([]);
  });

  test('copies keep the codes; a variant keeps the family', async () => {
    await desk.ready('our-survey');
    const copy = async (surveyId: string, variant: boolean) => {
      const body = { from: 'copy', surveyId, of: { surveyId: 'our-survey', version: 1 }, variant };
      return ((await (await desk.ask('', { body })).json()) as OpenSurvey).survey;
    };
    expect(await copy('for-young-people', true)).toMatchObject({ family: 'our-survey', version: 1, state: 'draft' });
    expect(await copy('quite-another', false)).toMatchObject({ family: 'quite-another' });
    expect((await desk.open('for-young-people')).texts[0]).toMatchObject({ surveyId: 'for-young-people' });
  });

  test('starters are published once, and a team’s own changes are never touched', async () => {
    const tablet = await app.tablet();
    await installStarters(app.deps, '2026-11-22T09:00:00.000Z');
    await installStarters(app.deps, '2026-11-22T09:00:00.000Z');
    const ids = ['getting-to-see-a-doctor', 'how-was-your-care', 'what-matters-here'];
    const { surveys, starters } = await desk.list();
    expect(surveys.map(({ surveyId, version, state }) => [surveyId, version, state])).toEqual(
      ids.map((id) => [id, 1, 'published']),
    );
    expect(starters.map(({ starter }) => starter).sort()).toEqual(ids);
    const rows = await surveyRows(tablet);
    for (const id of ids)
      expect(pullRow.parse({ kind: 'survey', id: `${id}@1`, value: rows.get(`${id}@1`) })).toBeTruthy();

    // A newer app words one of them otherwise: it is offered, and what is in use stays.
    await app.deps.store.settings.set('starter.how-was-your-care', 'the hash of what an older app brought');
    await installStarters(app.deps, '2026-11-23T09:00:00.000Z');
    const offered = await desk.open('how-was-your-care', 2);
    expect(offered.survey.state).toBe('draft');
    expect((await desk.open('how-was-your-care', 1)).survey.state).toBe('published');
    // Taken away, it is not offered again; and one that a team took away altogether does not come back.
    await desk.ask(`/how-was-your-care/2?rev=${offered.rev}`, { method: 'DELETE' });
    await installStarters(app.deps, '2026-11-24T09:00:00.000Z');
    expect((await desk.list()).surveys.filter(({ surveyId }) => surveyId === 'how-was-your-care')).toHaveLength(1);

    const mine = await desk.ask('', { body: { from: 'starter', surveyId: 'our-care', starter: 'how-was-your-care' } });
    expect(((await mine.json()) as OpenSurvey).survey).toMatchObject({
      surveyId: 'our-care',
      state: 'draft',
      version: 1,
    });
  });

  test('pages of surveys stay small, and none is passed over', async () => {
    const open = await desk.ready('our-survey');
    const long = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [`A1.note${n}`, `${n} ${'word '.repeat(230)}`]),
    );
    const tags = ['en', 'ar-EG', 'ar-SY', 'ar-IQ', 'ar-SD'];
    const texts = tags.map((language) => ({
      ...open.texts[0]!,
      language,
      standard: { ...wordsFor('A1', 'A2'), ...long },
    }));
    await desk.move(await desk.save({ ...open, texts }), 'published');
    const tablet = await app.tablet();
    const seen: string[] = [];
    let pages = 0;
    for (let cursor: string | null = null, more = true; more; pages += 1) {
      const answer = await tablet.fetch(`/sync/v1/pull${cursor === null ? '' : `?cursor=${cursor}`}`);
      const body = await answer.text();
      expect(body.length).toBeLessThan(450_000);
      const page = JSON.parse(body) as { rows: { id: string }[]; cursor: string; more: boolean };
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.cursor;
      more = page.more;
    }
    expect(pages).toBeGreaterThan(1);
    expect(seen.filter((id) => id.startsWith('our-survey@1/')).sort()).toEqual(
      tags.map((tag) => `our-survey@1/${tag}`).sort(),
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('an app that learnt to read surveys fetches afresh what its older self passed over', async () => {
    const tablet = await app.tablet();
    await desk.move(await desk.ready('our-survey'), 'published');
    const { cursor } = await tablet.pull();
    const pull = (query: string) => tablet.fetch(`/sync/v1/pull?${query}`);
    expect((await pull(`cursor=${cursor}`)).status).toBe(200);
    expect((await pull(`cursor=${cursor}&knows=2`)).status).toBe(410);
    const fresh = (await (await pull('knows=2')).json()) as { cursor: string };
    expect((await pull(`cursor=${fresh.cursor}&knows=2`)).status).toBe(200);
    expect((await pull(`cursor=${fresh.cursor}&knows=3`)).status).toBe(410);
  });

  test('what somebody saves that is no survey is refused, and says where', async () => {
    const open = await desk.ready('our-survey');
    const bad = { ...open.survey, questions: [aQuestion('A1', { picture: 'javascript:alert(1)' as never })] };
    const [status, code, details] = await problem(await desk.put({ ...open, survey: bad }));
    expect([status, code]).toEqual([400, 'bad-request']);
    expect(details).toEqual({ field: 'survey.questions.0.picture' });
    expect((await desk.put({ ...open, texts: [...open.texts, ...open.texts] })).status).toBe(400);
  });
});

test('the audit has a word for everything that is done with surveys, and one entry for one sitting', async () => {
  const app = await testApp({ rateLimits: false });
  try {
    const desk = await surveyDesk(app);
    let open = await desk.ready('our-survey');
    for (let n = 0; n < 5; n += 1) open = await desk.save(open);
    app.clock.ms += 20 * 60_000;
    open = await desk.save(open);
    const file = await (await desk.ask('/our-survey/1/export')).text();
    await app.send(
      new Request('https://listening.example.org/desk/v1/surveys/import', {
        method: 'POST',
        body: file,
        headers: { cookie: desk.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      }),
    );
    await desk.asset(anOggClip(), 'clip');
    const mark = { what: 'easy-read', rev: open.rev, by: 'Meera' };
    await desk.ask('/our-survey/1/checked', { body: mark });
    await desk.ask('/our-survey/1/checked', { body: { ...mark, rev: open.rev + 1, by: null } });
    open = (await desk.move(await desk.open('our-survey'), 'pilot')).open;
    open = (await desk.move(open, 'published')).open;
    await desk.move(open, 'retired');
    await desk.ask(`/our-survey-2/1?rev=1`, { method: 'DELETE' });
    const { entries } = (await (await app.ask('/desk/v1/audit', { cookie: desk.cookie })).json()) as {
      entries: { what: string }[];
    };
    const done = entries.map(({ what }) => what).filter((what) => what.startsWith('survey'));
    expect(done.filter((what) => what === 'survey-saved')).toHaveLength(1);
    const words = JSON.parse(readFileSync('locales/en/standard/desk-audit.json', 'utf8')) as { did: object };
    expect([...new Set(done)].filter((what) => !Object.hasOwn(words.did, what))).toEqual([]);
    expect(new Set(done).size).toBe(11);
  } finally {
    await app.close();
  }
});
