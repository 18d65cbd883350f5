/**
 * Words that home in English does not need: other languages, surveys, the desk. Each file is fetched when it is read; the
 * list alone is longer than home's own code. The words of the starter surveys are data and come with the survey.
 */
export const moreFiles = import.meta.glob<Record<string, unknown>>(
  [
    '../../locales/*/{standard,easy}/*.json',
    '!../../locales/*/*/survey-{getting-to-see-a-doctor,how-was-your-care,what-matters-here}.json',
  ],
  { import: 'default' },
);
