import { createHash } from 'node:crypto';
import { describeThrown, type Log } from '../http/log.ts';
import { isSetUp } from '../org/set-up.ts';
import type { Store } from '../ports/store.ts';
import { draftAfter, type Made } from './draft-of.ts';
import { rowsFor } from './save-survey.ts';
import { readStarters } from './starters.ts';

/** Which content of a starter was put in last: what is the same is never offered twice. */
const settingOf = (surveyId: string): string => `starter.${surveyId}`;

/**
 * After set-up and at every start: a starter that was never put in is published as version 1. One that a newer app words
 * otherwise is offered as a draft of the next version, once, and only where nobody is working on one: what a team uses or
 * changed stays as it is until somebody publishes the other.
 */
export async function installStarters({ store, log }: { store: Store; log: Log }, now: string): Promise<void> {
  if (!(await isSetUp(store))) return;
  try {
    await install(store, now);
  } catch (thrown) {
    // Nobody is kept out for want of them; the next start tries again.
    log.warn('starters-not-installed', describeThrown(thrown));
  }
}

async function install(store: Store, now: string): Promise<void> {
  for (const starter of await readStarters()) {
    const { surveyId } = starter.survey;
    const hash = hashOf(starter);
    const before = await store.settings.get(settingOf(surveyId));
    if (before === hash) continue;
    const versions = (await store.surveys.list()).filter((each) => each.surveyId === surveyId);
    if (versions.length === 0 && before === null) {
      const change = { ...starter, rev: 0, used: true, onlyUnused: false };
      await store.surveys.write([change], await rowsFor(store, starter), '', now);
    } else if (versions.some(({ state }) => state === 'draft')) continue;
    else if (versions.length > 0) {
      const family = versions[0]?.family ?? surveyId;
      const from = { ...starter, survey: { ...starter.survey, family } };
      await store.surveys.write([draftAfter(from, Math.max(...versions.map(({ version }) => version)))], [], '', now);
    }
    await store.settings.set(settingOf(surveyId), hash);
  }
}

function hashOf({ survey, texts }: Made): string {
  const { questions, consentAfter, aboutYou, fixed } = survey;
  const content = [
    questions,
    consentAfter,
    aboutYou,
    fixed,
    texts.map((each) => [each.language, each.standard, each.easy]),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
