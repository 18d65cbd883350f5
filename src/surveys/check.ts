import type { SurveyFinding } from '../domain/desk-surveys.ts';
import { checkFixed } from './check/fixed-check.ts';
import type { Checked } from './check/finding.ts';
import { checkLogic } from './check/logic-check.ts';
import { checkStructure } from './check/structure-check.ts';
import { checkTexts } from './check/text-check.ts';

/**
 * Everything that speaks against publishing, what refuses it first: circles and dead ends, gaps in words and pictures,
 * wording that may not change. The words of a reason are `survey-check:<reason>`.
 */
export function checkSurvey(checked: Pick<Checked, 'survey' | 'texts'> & Partial<Checked>): readonly SurveyFinding[] {
  const whole: Checked = { relatives: [], isPicture: null, languagesUsed: null, ...checked };
  const found = [...checkStructure(whole), ...checkLogic(whole), ...checkFixed(whole), ...checkTexts(whole)];
  return [...found.filter(({ weight }) => weight === 'stops'), ...found.filter(({ weight }) => weight === 'warns')];
}

/** Whether nothing stands in the way of publishing. */
export const mayPublish = (found: readonly SurveyFinding[]): boolean => !found.some(({ weight }) => weight === 'stops');
