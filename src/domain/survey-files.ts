import type { Survey, SurveyTexts } from './survey.ts';

/** A clip or a picture that a survey speaks of, known by the hash of its content. */
export interface SurveyFile {
  readonly sha256: string;
  readonly role: 'clip' | 'picture';
  /** Empty for a picture that stands in a question and not in the survey's list. */
  readonly mime: string;
  readonly bytes: number;
}

const OWN = /^own:([0-9a-f]{64})$/;

/** Every clip and every picture of the team's own that a survey and these words of it need, each once, pictures first. */
export function surveyFiles(survey: Survey, texts: readonly SurveyTexts[]): SurveyFile[] {
  const found = new Map<string, SurveyFile>();
  for (const { sha256, mime, bytes } of survey.pictures) found.set(sha256, { sha256, role: 'picture', mime, bytes });
  for (const { picture, settings } of survey.questions) {
    for (const sha256 of ownPictures([picture, settings])) {
      if (!found.has(sha256)) found.set(sha256, { sha256, role: 'picture', mime: '', bytes: 0 });
    }
  }
  for (const { sounds } of texts) {
    for (const { sha256, mime, bytes } of [...Object.values(sounds.standard), ...Object.values(sounds.easy)]) {
      found.set(sha256, { sha256, role: 'clip', mime, bytes });
    }
  }
  return [...found.values()];
}

/** No question type nests its settings deeper than this; what does is no survey of ours. */
export const DEEPEST_SETTINGS = 24;

/** Hashes of the team's own pictures anywhere in this. Settings belong to their type; a picture is known by its form. */
export function ownPictures(value: unknown, levels = DEEPEST_SETTINGS): string[] {
  if (typeof value === 'string') return OWN.exec(value)?.slice(1) ?? [];
  if (typeof value !== 'object' || value === null || levels === 0) return [];
  return Object.values(value).flatMap((part) => ownPictures(part, levels - 1));
}

/**
 * Whether a tablet gets a survey's words in this language: those that the organisation uses, English, and the survey's
 * first language, which every other falls back to in the end. `pa` is lent in every script and from every place.
 */
export function tabletWants(language: string, survey: Survey, ofOrganisation: readonly string[]): boolean {
  return ['en', ...survey.languages.slice(0, 1), ...ofOrganisation].some((one) => primary(one) === primary(language));
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';
