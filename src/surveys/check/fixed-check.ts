import type { SurveyFinding } from '../../domain/desk-surveys.ts';
import { TEXT_LAYERS } from '../../domain/survey.ts';
import { type Checked, stops, warns } from './finding.ts';

/** The question of the Friends and Family Test in England since April 2020; its answers are the type `faces-five`. */
export const FFT_CODE = 'F2';
export const FFT_TYPE = 'faces-five';
const FFT_WORDING = 'Overall, how was your experience of our service?';

/** "How likely are you to recommend ...": the wording that ended in April 2020. */
const OLD_WORDING = /\bhow likely\b[^.?!]*\brecommend|\blikely (?:are you )?to recommend\b|\bwould you recommend\b/i;

export const isOldWording = (words: string): boolean => OLD_WORDING.test(words);

/** Wording that a team may not change, and wording that may not be used any more. */
export function checkFixed(checked: Checked): SurveyFinding[] {
  const { survey, texts } = checked;
  const outdated = texts.flatMap((row) =>
    TEXT_LAYERS.flatMap((layer) =>
      Object.entries(row[layer])
        .filter(([, words]) => isOldWording(words))
        .map(([key]) => {
          const question = key.includes('.') ? (key.split('.')[0] ?? null) : null;
          return stops('old-recommend-wording', { question, key, language: row.language, layer });
        }),
    ),
  );
  return [...outdated, ...(survey.fixed === 'fft' ? fftFindings(checked) : fftElsewhere(checked))];
}

function fftFindings({ survey, texts }: Checked): SurveyFinding[] {
  const question = survey.questions.find(({ code }) => code === FFT_CODE);
  if (question === undefined || question.type !== FFT_TYPE) return [stops('fft-question-gone', { question: FFT_CODE })];
  const english = texts.filter(({ language }) => language.split('-')[0] === 'en');
  return english.flatMap((row) =>
    TEXT_LAYERS.flatMap((layer) =>
      Object.entries(row[layer])
        .filter(
          ([key, words]) =>
            (key === `${FFT_CODE}.ask` && words.trim() !== FFT_WORDING) || key.startsWith(`${FFT_CODE}.fixed.`),
        )
        .map(([key]) => stops('fft-wording', { question: FFT_CODE, key, language: row.language, layer })),
    ),
  );
}

/** The five faces belong to that test: anywhere else three are enough. */
const fftElsewhere = ({ survey }: Checked): SurveyFinding[] =>
  survey.questions.filter(({ type }) => type === FFT_TYPE).map(({ code }) => warns('five-faces', { question: code }));
