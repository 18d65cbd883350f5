import { randomUUID } from 'node:crypto';
import { installStarters } from '../server/surveys/install-starters.ts';
import type { SurveyResults } from '../src/domain/desk-surveys.ts';
import { whatMattersHere } from '../src/surveys/starter/what-matters-here.ts';
import { testApp } from '../tests/helpers/app.ts';
import { CaptureMaker, SAID_YES } from '../tests/helpers/captures.ts';
import { surveyDesk } from '../tests/helpers/survey-desk.ts';
import type { Row } from './report.ts';
import { median, round } from './statistics.ts';
import { respond } from './surveys.ts';

const RESPONSES = 10_000;
const AT_ONCE = 100;
const TIMES = 15;

/**
 * Results of 10,000 responses, sealed and filed as tablets send them: the first look, the next, one after ten more came,
 * and a part by language. The limit: reading and opening each of them once.
 */
export async function measureResults(): Promise<Row[]> {
  const app = await testApp({ rateLimits: false });
  try {
    const desk = await surveyDesk(app);
    await installStarters(app.deps, app.deps.now().toISOString());
    const tablet = await app.tablet();
    const maker = new CaptureMaker(tablet);
    const send = async (from: number, count: number): Promise<void> => {
      for (let at = from; at < from + count; at += AT_ONCE) {
        app.clock.ms += 60_000;
        const many = Array.from({ length: Math.min(AT_ONCE, from + count - at) }, (_, n) => at + n);
        const sealed = await Promise.all(
          many.map((n) =>
            maker.operation({ kind: 'survey-response', body: respond(whatMattersHere, n), consent: SAID_YES }),
          ),
        );
        await tablet.push(sealed);
        await app.work();
      }
    };
    await send(0, RESPONSES);
    const path = `/${whatMattersHere.surveyId}/results`;
    const ask = async (query = ''): Promise<number> => {
      const began = performance.now();
      const found = (await (await desk.ask(`${path}${query}`)).json()) as SurveyResults;
      if (found.responses === null || found.responses < RESPONSES)
        throw new Error(`only ${found.responses} were counted`);
      return performance.now() - began;
    };
    const first = await ask();
    const again: number[] = [];
    for (let time = 0; time < TIMES; time += 1) again.push(await ask());
    const grown: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      await send(RESPONSES + time * 10, 10);
      grown.push(await ask());
    }
    return [
      { name: 'first look after a start, 10,000 opened and counted', value: round(first), unit: 'ms' },
      { name: 'next look', value: round(median(again)), unit: 'ms' },
      { name: 'next look after ten more came', value: round(median(grown)), unit: 'ms' },
      { name: 'limit: 10,000 JSON bodies parsed and counted, nothing opened', value: round(byHand()), unit: 'ms' },
    ];
  } finally {
    await app.close();
  }
}

/** What the bare minimum costs: parse each response and count the choices by code. */
function byHand(): number {
  const bodies = Array.from({ length: RESPONSES }, (_, n) =>
    JSON.stringify({ id: randomUUID(), ...respond(whatMattersHere, n) }),
  );
  const began = performance.now();
  const counts = new Map<string, number>();
  for (const body of bodies) {
    const { answers } = JSON.parse(body) as { answers: { code: string; value: unknown }[] };
    for (const { code, value } of answers) {
      const name = `${code} ${JSON.stringify(value)}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return performance.now() - began;
}
