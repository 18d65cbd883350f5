import type { Survey } from '../domain/survey.ts';
import { ABOUT_YOU, commonQuestion, EVALUATION, PRACTICE } from './common-questions.ts';
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
export function commonTextSlots(survey: Survey): readonly SurveyTextSlot[] {
  const brought = [PRACTICE, ...EVALUATION, ...(survey.aboutYou ? ABOUT_YOU : [])];
  return brought.flatMap((question) => {
    const known = readQuestion(question);
    const keys = ['ask', 'help', ...(known?.choices ?? []).map(({ code }) => `o.${code}`)];
    return keys.map((key) => ({ key: `${question.code}.${key}`, question: question.code, needed: false }));
  });
}

/** Whether a text or a recording under this key is ever shown or heard: own ones, common ones, fixed words, the player's. */
export function isTextOf(survey: Survey, key: string): boolean {
  const [code = '', part = ''] = key.split('.');
  if (code === 'player' || commonQuestion(code) !== null) return true;
  const question = survey.questions.find((one) => one.code === code);
  if (question === undefined) return key === 'title' || key === 'purpose';
  return part === 'fixed' || textSlots(survey).some((slot) => slot.key === key);
}
