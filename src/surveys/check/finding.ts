import type { SurveyFinding } from '../../domain/desk-surveys.ts';
import type { Survey, SurveyTexts } from '../../domain/survey.ts';

/** What a check looks at. */
export interface Checked {
  readonly survey: Survey;
  readonly texts: readonly SurveyTexts[];
  /** Other surveys of the family, and versions that are in use: shared question codes must go on meaning the same. */
  readonly relatives: readonly Survey[];
  /** Whether the picture set has a picture of this name, where the caller can tell. */
  readonly isPicture: ((name: string) => boolean) | null;
  /** Languages the organisation uses, where the caller knows them: words in others reach no tablet. */
  readonly languagesUsed: readonly string[] | null;
}

type Where = Partial<Pick<SurveyFinding, 'question' | 'key' | 'language' | 'layer' | 'about'>>;

const finding =
  (weight: SurveyFinding['weight']) =>
  (reason: string, where: Where = {}): SurveyFinding => ({
    weight,
    reason,
    question: where.question ?? null,
    key: where.key ?? null,
    language: where.language ?? null,
    layer: where.layer ?? null,
    about: where.about ?? {},
  });

/** Publishing is refused until it is put right. */
export const stops = finding('stops');
/** Said, and left to people to judge. */
export const warns = finding('warns');
