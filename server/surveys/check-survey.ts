import type { SurveyFinding } from '../../src/domain/desk-surveys.ts';
import { isFilm, isSigned } from '../../src/domain/signed.ts';
import { ownPictures, surveyFiles } from '../../src/domain/survey-files.ts';
import type { Clip, TextLayer } from '../../src/domain/survey.ts';
import { checkSurvey } from '../../src/surveys/check.ts';
import type { Store } from '../ports/store.ts';
import type { AssetRow, StoredSurvey } from '../ports/survey-store.ts';

type Both = Pick<StoredSurvey, 'survey' | 'texts'>;

/** Everything that publishing would say of what is stored: the survey's own checks, and whether its files are here. */
export async function checkStored(store: Pick<Store, 'surveys'>, both: Both): Promise<SurveyFinding[]> {
  const known = await store.surveys.assets(surveyFiles(both.survey, both.texts).map(({ sha256 }) => sha256));
  const others = (await store.surveys.list()).filter((each) => {
    const isThis = each.surveyId === both.survey.surveyId && each.version === both.survey.version;
    return !isThis && each.family === both.survey.family && each.state !== 'draft';
  });
  const relatives = await Promise.all(others.map(({ surveyId, version }) => store.surveys.get(surveyId, version)));
  const { survey, texts } = both;
  const own = checkSurvey({
    survey,
    texts,
    relatives: relatives.flatMap((each) => (each === null ? [] : [each.survey])),
  });
  const files = [...missingPictures(both, known), ...missingClips(both, known)];
  return [...own.filter(stopsIt), ...files, ...own.filter((each) => !stopsIt(each))];
}

const stopsIt = ({ weight }: SurveyFinding): boolean => weight === 'stops';

function missingPictures(both: Both, known: ReadonlyMap<string, AssetRow>): SurveyFinding[] {
  const findings: SurveyFinding[] = [];
  for (const question of both.survey.questions) {
    for (const sha256 of new Set(ownPictures([question.picture, question.settings]))) {
      if (known.get(sha256)?.role !== 'picture') findings.push(finding('picture-gone', { question: question.code }));
    }
  }
  return findings;
}

function missingClips({ texts }: Both, known: ReadonlyMap<string, AssetRow>): SurveyFinding[] {
  return texts.flatMap(({ language, sounds }) => {
    const of = (layer: TextLayer, clips: Readonly<Record<string, Clip>>) =>
      Object.entries(clips)
        .filter(([, { sha256 }]) => !fits(known.get(sha256), language))
        .map(([key]) => finding('sound-gone', { key, language, layer }));
    return [...of('standard', sounds.standard), ...of('easy', sounds.easy)];
  });
}

/** What is signed is seen, what is spoken is heard. */
const fits = (file: AssetRow | undefined, language: string): boolean =>
  file?.role === 'clip' && isFilm(file) === isSigned(language);

function finding(
  reason: string,
  where: Partial<Pick<SurveyFinding, 'question' | 'key' | 'language' | 'layer'>>,
): SurveyFinding {
  return { weight: 'stops', reason, question: null, key: null, language: null, layer: null, about: {}, ...where };
}
