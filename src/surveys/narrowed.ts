import type { SurveyQuestion } from '../domain/survey.ts';
import { chosen, type Answers } from './logic.ts';
import { marksOf, readQuestion } from './read-question.ts';

const made = new WeakMap<SurveyQuestion, Map<string, SurveyQuestion>>();

/**
 * The question with only the choices an earlier answer leaves (`choicesFrom`), and those already chosen here: what
 * somebody said never disappears from the screen. The same answers give the same object.
 */
export function narrowed(
  question: SurveyQuestion,
  questions: readonly SurveyQuestion[],
  answers: Answers,
): SurveyQuestion {
  const offered = offeredIn(question, questions, answers);
  if (offered === null) return question;
  const key = offered.join();
  const known = made.get(question) ?? new Map<string, SurveyQuestion>();
  made.set(question, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const settings = question.settings as { readonly choices: readonly { readonly code: string }[] };
  const choices = settings.choices.filter(({ code }) => offered.includes(code));
  const after: SurveyQuestion = { ...question, settings: { ...settings, choices } };
  known.set(key, after);
  return after;
}

/** null: all of them. */
function offeredIn(
  question: SurveyQuestion,
  questions: readonly SurveyQuestion[],
  answers: Answers,
): readonly string[] | null {
  const { choicesFrom: from } = question;
  const all = readQuestion(question)?.choices.map(({ code }) => code) ?? [];
  if (from === undefined || !hasChoices(question.settings)) return null;
  const source = questions.find(({ code }) => code === from.question);
  const known = source === undefined ? null : readQuestion(source);
  const given = answers[from.question];
  if (known === null || given === undefined) return null;
  const left =
    known.rows.length === 0
      ? chosen(known.question, given)
      : marksOf(known, given)
          .filter(({ code }) => from.under?.includes(code) ?? true)
          .map(({ row }) => row ?? '');
  if (!left.some((code) => all.includes(code))) return null;
  const here = answers[question.code];
  const said = here === undefined ? [] : chosen(question, here);
  return all.filter((code) => left.includes(code) || said.includes(code));
}

const hasChoices = (settings: unknown): boolean =>
  typeof settings === 'object' && settings !== null && 'choices' in settings && Array.isArray(settings.choices);
