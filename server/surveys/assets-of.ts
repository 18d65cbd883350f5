import type { Survey, SurveyTexts } from '../../src/domain/survey.ts';

const OWN = /^own:([0-9a-f]{64})$/;

/** Hashes of every clip and every picture of the team's own that a survey speaks of, each once. */
export function assetsOf(survey: Survey, texts: readonly SurveyTexts[]): string[] {
  const found = new Set<string>(survey.pictures.map(({ sha256 }) => sha256));
  for (const { sounds } of texts) {
    for (const clip of [...Object.values(sounds.standard), ...Object.values(sounds.easy)]) found.add(clip.sha256);
  }
  for (const { picture, settings } of survey.questions) {
    collect(picture, found);
    collect(settings, found);
  }
  return [...found];
}

/** Settings belong to their question type; a picture in them is known by its form. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    const sha256 = OWN.exec(value)?.[1];
    if (sha256 !== undefined) found.add(sha256);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, found);
  }
}
