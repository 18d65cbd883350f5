import type { QuestionResult } from '../../../domain/desk-surveys.ts';
import type { PictureRef, SurveyQuestion } from '../../../domain/survey.ts';
import { choiceTextKey } from '../../../questions/choices.ts';
import { choiceListOf, commonQuestion } from '../../../surveys/common-questions.ts';
import type { LoadedSurvey } from '../../../surveys/answering.ts';
import { readQuestion } from '../../../surveys/read-question.ts';

/** A result's question as staff know it: its words in the first language, its picture, and those of every choice. */
export interface QuestionFace {
  readonly ask: string;
  readonly picture: PictureRef | null;
  choice(code: string): Face;
  row(code: string): Face;
}
export interface Face {
  readonly words: string;
  readonly picture: PictureRef | null;
}

/** `say` finds texts of the app (`question-faces-three:fixed.good`, `common-questions:E1.ask`, `lists:ages.18-24`). */
export function faceOf(
  result: Pick<QuestionResult, 'code' | 'type'>,
  versions: readonly LoadedSurvey[],
  say: (key: string) => string,
): QuestionFace {
  const common = commonQuestion(result.code);
  const found = versions.flatMap((loaded) =>
    loaded.survey.questions
      .filter((one) => one.code === result.code && one.type === result.type)
      .map((question) => ({ loaded, question })),
  );
  const own = (key: string): string | null => {
    for (const { loaded } of found) {
      const first = loaded.survey.languages[0];
      const row = loaded.texts.find(({ language }) => language === first) ?? loaded.texts[0];
      const words = row?.standard[`${result.code}.${key}`] ?? row?.easy[`${result.code}.${key}`];
      if (words !== undefined && words.trim() !== '') return words;
    }
    return null;
  };
  const questions: readonly SurveyQuestion[] = common === null ? found.map(({ question }) => question) : [common];
  const known = questions.flatMap((question) => readQuestion(question) ?? []);
  const choice = (code: string): Face => {
    const of = known.find(({ choices }) => choices.some((one) => one.code === code));
    const picture = of?.choices.find((one) => one.code === code)?.picture ?? null;
    if (common !== null) {
      const list = choiceListOf(result.code);
      return {
        words: list === null ? say(`common-questions:${result.code}.o.${code}`) : say(`lists:${list}.${code}`),
        picture,
      };
    }
    const key = of === undefined ? `o.${code}` : choiceTextKey(of.type, of.settings, code);
    return { words: own(key) ?? (key.startsWith('fixed.') ? say(`question-${result.type}:${key}`) : code), picture };
  };
  return {
    ask: common === null ? (own('ask') ?? result.code) : say(`common-questions:${result.code}.ask`),
    picture: questions[0]?.picture ?? null,
    choice,
    row(code) {
      const picture = known.flatMap(({ rows }) => rows).find((one) => one.code === code)?.picture ?? null;
      return { words: own(`o.${code}`) ?? code, picture };
    },
  };
}
