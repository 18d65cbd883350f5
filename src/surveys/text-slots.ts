import type { Survey } from '../domain/survey.ts';
import { ABOUT_YOU, EVALUATION, PRACTICE } from './common-questions.ts';
import { readQuestion } from './read-question.ts';

/** A text a survey can have. */
export interface SurveyTextSlot {
  readonly key: string;
  /** null for the texts of the survey itself. */
  readonly question: string | null;
  /** Without it a screen would have a gap. */
  readonly needed: boolean;
}

/** Every text of a survey, in the order people meet them. Fixed words of a type are not among them. */
export function textSlots(survey: Survey): readonly SurveyTextSlot[] {
  return [
    { key: 'title', question: null, needed: true },
    { key: 'purpose', question: null, needed: true },
    ...survey.questions.flatMap((question) => {
      const { code } = question;
      const known = readQuestion(question);
      const own = known?.type.texts(known.settings) ?? [];
      return [
        { key: `${code}.ask`, question: code, needed: true },
        { key: `${code}.help`, question: code, needed: false },
        ...own.map(({ key, needed }) => ({ key: `${code}.${key}`, question: code, needed })),
      ];
    }),
  ];
}

/**
 * Texts of the questions every survey brings, which a team may translate or record with its own: the app has words for
 * them in its own languages only.
 */
const COMMON_KEYS: ReadonlySet<string> = new Set(
  [PRACTICE, ...EVALUATION, ...ABOUT_YOU].flatMap((question) => {
    const choices = readQuestion(question)?.choices ?? [];
    return ['ask', 'help', ...choices.map(({ code }) => `o.${code}`)].map((key) => `${question.code}.${key}`);
  }),
);

/**
 * Tells of a key whether a text or a recording under it is ever shown or heard: own ones, common ones, fixed words of a
 * type, and the player's.
 */
export function textsOf(survey: Survey): (key: string) => boolean {
  const own = new Set(textSlots(survey).map(({ key }) => key));
  const codes = new Set(survey.questions.map(({ code }) => code));
  return (key) => {
    const [code = '', part = ''] = key.split('.');
    return own.has(key) || COMMON_KEYS.has(key) || code === 'player' || (part === 'fixed' && codes.has(code));
  };
}
