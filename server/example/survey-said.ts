import type { AnswerMode, Answered } from '../../src/domain/survey-response.ts';

/** Made up, in the way people answer: who answered what, how, in which language, and what some of them added. */
export interface SurveyRound {
  readonly surveyId: string;
  readonly by: 'bea' | 'tom' | 'hana';
  readonly place: 0 | 1 | 2 | 3;
  readonly daysAgo: number;
  readonly count: number;
  readonly mode: AnswerMode;
  readonly voice?: Answered['voice'];
  readonly language?: string;
  readonly easy?: true;
  readonly people?: number;
  /** Own words to the first open question, one for each of the first few people. */
  readonly words?: readonly string[];
  /** So many of them stop half-way and keep what they said. */
  readonly stopped?: number;
}

const DOCTOR = 'getting-to-see-a-doctor';
const CARE = 'how-was-your-care';
const MATTERS = 'what-matters-here';

export const SURVEY_ROUNDS: readonly SurveyRound[] = [
  {
    surveyId: DOCTOR,
    by: 'bea',
    place: 0,
    daysAgo: 9,
    count: 12,
    mode: 'hand-over',
    easy: true,
    stopped: 2,
    words: [
      'They said no fixed address, no doctor. My mam is seventy-four.',
      'We ring at eight. The phone is shared, so whoever has it gets the appointment.',
      'The nurse that came out to us was grand. She never came back.',
    ],
  },
  {
    surveyId: DOCTOR,
    by: 'bea',
    place: 0,
    daysAgo: 9,
    count: 6,
    mode: 'facilitated',
    voice: 'helped-reading',
    words: ['The form is twelve pages. I can do my name.'],
  },
  { surveyId: DOCTOR, by: 'tom', place: 3, daysAgo: 6, count: 5, mode: 'one-minute' },
  {
    surveyId: DOCTOR,
    by: 'tom',
    place: 3,
    daysAgo: 6,
    count: 3,
    mode: 'facilitated',
    voice: 'proxy-family',
    words: ['My husband will not go any more. I go in his place and they send me home.'],
  },
  {
    surveyId: CARE,
    by: 'hana',
    place: 1,
    daysAgo: 5,
    count: 8,
    mode: 'hand-over',
    language: 'ar',
    stopped: 1,
    words: [
      'كانت الممرضة لطيفة جدًا، لكن لم يكن هناك مترجم.',
      'انتظرنا أربع ساعات ولم يخبرنا أحد لماذا.',
      'شرح لي الصيدلي الدواء بالصور، وفهمت كل شيء.',
    ],
  },
  {
    surveyId: CARE,
    by: 'hana',
    place: 1,
    daysAgo: 5,
    count: 5,
    mode: 'facilitated',
    voice: 'interpreted',
    language: 'ar',
    words: ['المترجمة على الهاتف كانت تتكلم لهجة أخرى.'],
  },
  {
    surveyId: CARE,
    by: 'tom',
    place: 2,
    daysAgo: 4,
    count: 9,
    mode: 'hand-over',
    words: [
      'The chemist knew my tablets clash before the doctor did. Thank you to her.',
      'Four hours on a plastic chair, and then a very kind young man.',
    ],
  },
  {
    surveyId: CARE,
    by: 'tom',
    place: 2,
    daysAgo: 4,
    count: 3,
    mode: 'paper',
    language: 'pl',
    voice: 'helped-choosing',
    words: ['Pani w recepcji mówiła bardzo szybko. Poprosiłam o kartkę i napisała.'],
  },
  {
    surveyId: MATTERS,
    by: 'tom',
    place: 2,
    daysAgo: 3,
    count: 9,
    mode: 'hand-over',
    easy: true,
    stopped: 1,
    words: [
      'The bench by the bus stop. It is where you find out who is poorly.',
      'A warm room that is open on a Sunday.',
    ],
  },
  { surveyId: MATTERS, by: 'hana', place: 1, daysAgo: 2, count: 2, mode: 'group', people: 11 },
];

/** How people lean, where it is not all the same: choice -> weight. A choice that is not named has weight 1. */
export const LEANINGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Nobody in the example asks for help today: that is what its urgent record is for.
  D2: { today: 0, week: 0.6, later: 9 },
  D3: { yes: 4, no: 2, refused: 5 },
  D4: { soon: 1, wait: 5, none: 4, ae: 3, didnt: 2 },
  D5: { phone: 5, forms: 5, papers: 6, staff: 3, online: 4, far: 2, moving: 3, time: 2, nothing: 0.5 },
  D6: { yes: 2, some: 5, no: 3 },
  D7: { chemist: 4, ae: 5, '111': 2, family: 4, none: 3 },
  D8: { forms: 4, nurse: 6, speak: 2, walkin: 5, voice: 2, same: 4, train: 3 },
  D9: { water: 6, toilet: 5, rubbish: 4, damp: 5, road: 3, power: 2, safe: 1, none: 0.5 },
  D10: { visit: 6, voice: 4, call: 2, person: 3, picture: 1, no: 0.5 },
  F1: { gp: 6, chem: 3, ae: 4, dent: 1, hosp: 2, mat: 1 },
  F2: { '1': 4, '2': 6, '3': 3, '4': 3, '5': 1, '6': 1 },
  F4: { yes: 6, bit: 4, no: 2 },
  F6: { yes: 3, no: 4, notasked: 4, noneed: 3 },
  F8: { ok: 3, long: 5, vlong: 3, nowait: 1 },
  W6: { yes: 6, some: 3, no: 1 },
  W7: { yes: 2, some: 4, no: 5 },
  W8: { easy: 3, hard: 6, no: 1 },
};
