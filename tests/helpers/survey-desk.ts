import type { OpenSurvey, StateAnswer, SurveyAsset, SurveyList } from '../../src/domain/desk-surveys.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { SurveyQuestion } from '../../src/domain/survey.ts';
import type { TestApp } from './app.ts';
import type { TestTablet } from './test-tablet.ts';

/** A question that needs nothing but its words. */
export function aQuestion(code: string, more: Partial<SurveyQuestion> = {}): SurveyQuestion {
  const settings = {
    choices: [
      { code: 'yes', picture: null },
      { code: 'no', picture: null },
    ],
    mixed: false,
  };
  return { code, type: 'choose-one', settings, picture: null, showIf: null, required: true, quick: false, ...more };
}

/** English words for such questions. */
export function wordsFor(...codes: string[]): Record<string, string> {
  const of = (code: string) => ({
    [`${code}.ask`]: `Is ${code} so?`,
    [`${code}.o.yes`]: 'Yes',
    [`${code}.o.no`]: 'No',
  });
  return Object.assign({ title: 'A survey', purpose: 'We want to know.' }, ...codes.map(of)) as Record<string, string>;
}

/** The desk's endpoints for surveys as somebody of a role uses them. */
export async function surveyDesk(app: TestApp, role: Role = 'admin') {
  const cookie = await app.cookieFor(role);
  const ask = (path: string, init: { method?: string; body?: unknown } = {}) =>
    app.ask(`/desk/v1/surveys${path}`, { ...init, cookie });
  const read = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const at = (surveyId: string, version = 1) => `/${surveyId}/${version}`;
  const desk = {
    cookie,
    ask,
    list: async () => read<SurveyList>(await ask('')),
    begin: async (surveyId: string, title = 'A survey') =>
      read<OpenSurvey>(await ask('', { body: { from: 'blank', surveyId, title, language: 'en' } })),
    open: async (surveyId: string, version = 1) => read<OpenSurvey>(await ask(at(surveyId, version))),
    put: ({ survey, texts, rev }: Pick<OpenSurvey, 'survey' | 'texts' | 'rev'>) =>
      ask(at(survey.surveyId, survey.version), { method: 'PUT', body: { survey, texts, rev } }),
    save: async (open: Pick<OpenSurvey, 'survey' | 'texts' | 'rev'>) => read<OpenSurvey>(await desk.put(open)),
    state: ({ survey, rev }: OpenSurvey, to: string) =>
      ask(`${at(survey.surveyId, survey.version)}/state`, { body: { rev, to } }),
    move: async (open: OpenSurvey, to: string) => read<StateAnswer>(await desk.state(open, to)),
    putAsset: (
      bytes: Uint8Array,
      role: 'clip' | 'film' | 'picture',
      type = 'application/octet-stream',
      durationMs = 1200,
    ) =>
      app.send(
        new Request(`https://listening.example.org/desk/v1/surveys/assets?role=${role}&durationMs=${durationMs}`, {
          method: 'POST',
          body: Uint8Array.from(bytes),
          headers: { cookie, 'content-type': type, 'sec-fetch-site': 'same-origin' },
        }),
      ),
    asset: async (bytes: Uint8Array, role: 'clip' | 'film' | 'picture') =>
      read<SurveyAsset>(await desk.putAsset(bytes, role)),
    /** One with two questions, ready to be published. */
    ready: async (surveyId: string) => {
      const open = await desk.begin(surveyId);
      const [first] = open.texts;
      if (first === undefined) throw new Error('a new survey has words');
      return desk.save({
        ...open,
        survey: { ...open.survey, questions: [aQuestion('A1'), aQuestion('A2')] },
        texts: [{ ...first, standard: wordsFor('A1', 'A2') }],
      });
    },
  };
  return desk;
}

/** The rows of surveys that a tablet gets, by their ids; `null` is a tombstone. */
export async function surveyRows(tablet: TestTablet, cursor: string | null = null): Promise<Map<string, unknown>> {
  const rows = new Map<string, unknown>();
  for (let at = cursor, more = true; more;) {
    const page = await tablet.pull(at);
    for (const row of page.rows as { kind: string; id: string; value: unknown }[]) {
      if (row.kind.startsWith('survey')) rows.set(row.id, row.value);
    }
    at = page.cursor;
    more = page.more;
  }
  return rows;
}

/** A clip that says it is opus, as far as anybody can tell from its head. */
export function anOggClip(about = 'clip'): Uint8Array {
  return new Uint8Array(Buffer.from(`OggS\0\x02${'\0'.repeat(20)}OpusHead\x01\x01 ${about}`, 'latin1'));
}
