import { randomUUID } from 'node:crypto';
import { CONSENT_VERSION, type Consent } from '../../src/domain/consent.ts';
import type { ActorId, VisitId } from '../../src/domain/ids.ts';
import { receiptCodeFrom } from '../../src/domain/receipt-code.ts';
import type { VisitStamp } from '../../src/domain/record.ts';
import type { Deps } from '../http/deps.ts';
import { changeOrganisation, confirmSetting, isExample, publishPerson } from '../org/organisation.ts';
import { isSetUp, setUp, setupToken } from '../org/set-up.ts';
import { installStarters } from '../surveys/install-starters.ts';
import type { Capture } from './capture.ts';
import { ExampleTablet } from './example-tablet.ts';
import {
  EXAMPLE_ORGANISATION,
  EXAMPLE_PASSWORD,
  EXAMPLE_PEOPLE,
  EXAMPLE_PHONES,
  EXAMPLE_VENUES,
} from './people-and-places.ts';
import { makePicture } from './picture.ts';
import { examplePlaces } from './places-known.ts';
import { noteExample } from './places-noted.ts';
import { CONVERSATIONS, HEARD, NEEDS, PROMISES, QUICK_NOTES } from './said.ts';
import { answersOf } from './survey-answers.ts';
import { SURVEY_ROUNDS } from './survey-said.ts';
import { triageExample } from './triage.ts';
import { makeVoiceNote } from './voice-note.ts';

const DAY_MS = 24 * 3_600_000;
/** The team began to go out so long ago. */
const BEGUN_DAYS = 560;
const FILLED = 'example.filled';

/** The folder cannot hold the example; `message` says what to do. */
export class ExampleTrouble extends Error {
  override readonly name = 'ExampleTrouble';
}

/**
 * Fills a plainly fictional organisation, once, through the same doors as a real one: sealed as on a tablet, taken in
 * by the intake, filed by the worker. Returns lines for the person who started it.
 */
export async function fillExample(deps: Deps): Promise<readonly string[]> {
  const { settings } = deps.store;
  const lines = [
    'This is an EXAMPLE: every person, place and word in it is made up.',
    `Sign in as ada (admin), lee (lead) or sam (staff). The password is: ${EXAMPLE_PASSWORD}`,
  ];
  if ((await settings.get(FILLED)) !== null) return lines;
  if (await isExample(deps.store)) {
    throw new ExampleTrouble('The example was cut off while it was being made. Remove its folder and start again.');
  }
  if (await isSetUp(deps.store)) {
    throw new ExampleTrouble('This folder holds a real organisation. Set DATA_DIR to another folder for the example.');
  }
  await settings.set('example', 'yes');
  const people = await addPeople(deps);
  await describeOrganisation(deps);
  await installStarters(deps, deps.now().toISOString());
  await capture(deps, people);
  await triageExample(deps, people);
  await settings.set(FILLED, deps.now().toISOString());
  return lines;
}

async function addPeople(deps: Deps): Promise<ReadonlyMap<string, ActorId>> {
  const now = deps.now().toISOString();
  const passwordHash = await deps.passwords.hash(EXAMPLE_PASSWORD);
  const ids = new Map<string, ActorId>();
  for (const { key, displayName, role, loginName } of EXAMPLE_PEOPLE) {
    if (role === 'admin' && loginName !== null) {
      const token = await setupToken(deps.store);
      const first = { token, organisation: EXAMPLE_ORGANISATION, displayName, loginName, password: EXAMPLE_PASSWORD };
      ids.set(key, (await setUp(deps, first, passwordHash, now)) as ActorId);
      continue;
    }
    const actorId = randomUUID() as ActorId;
    const row = { actorId, displayName, role, loginName, active: true };
    await deps.store.people.add({ ...row, passwordHash: loginName === null ? null : passwordHash });
    await publishPerson(deps.store, { ...row, passwordHash: null }, now);
    ids.set(key, actorId);
  }
  return ids;
}

async function describeOrganisation(deps: Deps): Promise<void> {
  const now = deps.now().toISOString();
  const phones = [
    ...EXAMPLE_PHONES,
    { id: 'emergency', label: 'Emergency: danger now', number: '999', confirmed: true },
  ];
  await changeOrganisation(deps, { phones, keyHolder: 'Ada Example' }, now);
  const begun = new Date(deps.now().getTime() - BEGUN_DAYS * DAY_MS).toISOString();
  const writes = examplePlaces(begun.slice(0, 10)).map((entry) => ({
    entry,
    rev: 0,
    what: 'added' as const,
    box: null,
  }));
  await deps.store.directory.write(writes, 'Ada Example', begun);
  await confirmSetting(deps, 'key-holder', 'Ada Example', now);
}

async function capture(deps: Deps, people: ReadonlyMap<string, ActorId>): Promise<void> {
  const today = deps.now().getTime();
  const at = (daysAgo: number, minute: number) =>
    new Date(Math.min(today - daysAgo * DAY_MS - 2 * 3_600_000 + minute * 60_000, today - 60_000));
  const by = (key: string) => ({
    actorId: people.get(key) ?? '',
    displayName: EXAMPLE_PEOPLE.find((person) => person.key === key)?.displayName ?? '',
  });
  const tablets = {
    bea: await ExampleTablet.enrol(deps, 'Tablet 1 (Bea)', at(BEGUN_DAYS, 0)),
    tom: await ExampleTablet.enrol(deps, 'Tablet 2 (Tom)', at(BEGUN_DAYS, 5)),
    hana: await ExampleTablet.enrol(deps, 'Tablet 3 (Hana)', at(BEGUN_DAYS, 9)),
  };
  let minute = 0;
  const send = async (key: 'bea' | 'tom' | 'hana', place: number, daysAgo: number, what: Capture) => {
    minute += 3;
    const when = at(daysAgo, minute % 90);
    await tablets[key].send(by(key), { at: when, visit: stamp(place, when, by(key).displayName), ...what });
  };

  await noteExample((key, place, daysAgo, what) => send(key, place, daysAgo, what));
  for (const { by: who, place, daysAgo, body } of QUICK_NOTES) {
    await send(who, place, daysAgo, {
      kind: 'quick-note',
      body,
      consent: consent(at(daysAgo, 0)),
      receiptCode: code(),
    });
  }
  // Three of Bea's numbers never arrive.
  tablets.bea.skip(3);
  await send('bea', 0, 10, { kind: 'no-thanks', body: { count: 2, reason: 'asked-before' } });
  await send('tom', 2, 11, { kind: 'no-thanks', body: { count: 1, reason: 'no-time' } });

  for (const [index, { by: who, place, daysAgo, body }] of CONVERSATIONS.entries()) {
    const files: Capture['files'] =
      index === 0
        ? [
            { role: 'photo', mime: 'image/png', bytes: makePicture(), caption: 'The wall by the bed' },
            { role: 'voice', mime: 'audio/wav', bytes: makeVoiceNote(12), durationMs: 12_000, language: 'en' },
          ]
        : [];
    const language = body.saidLanguage;
    const given = consent(at(daysAgo, 0), language);
    await send(who, place, daysAgo, {
      kind: 'conversation',
      body,
      consent: given,
      receiptCode: code(),
      files,
      language,
    });
  }
  for (const { by: who, place, daysAgo, body } of NEEDS) {
    const byWhen = localDay(new Date(today + (body.urgency === 'today' ? 0 : 5) * DAY_MS));
    const need = {
      kind: 'immediate-need',
      body: { ...body, byWhen },
      consent: consent(at(daysAgo, 0)),
      receiptCode: code(),
    };
    await send(who, place, daysAgo, need);
  }
  for (const { by: who, place, daysAgo, inDays, body } of PROMISES) {
    const toGroup = EXAMPLE_VENUES[place]?.groupName ?? '';
    const byWhen = localDay(new Date(today + inDays * DAY_MS));
    await send(who, place, daysAgo, {
      kind: 'promise',
      body: { what: body, toGroup, owner: by(who).displayName, byWhen },
    });
  }
  for (const { by: who, place, daysAgo, lines } of HEARD) {
    const ended = at(daysAgo, 95).toISOString();
    const outing = { startedAt: at(daysAgo, 0).toISOString(), endedAt: ended, heard: [...lines] };
    await send(who, place, daysAgo, {
      kind: 'visit',
      body: { ...outing, hearBack: 'We come back and say what happened.', note: '' },
    });
  }

  let person = 0;
  for (const round of SURVEY_ROUNDS) {
    const stored = await deps.store.surveys.get(round.surveyId, 1);
    if (stored === null)
      throw new ExampleTrouble('The surveys that ship with the app are not there. Install it again.');
    const title = stored.texts[0]?.standard['title'] ?? round.surveyId;
    const language = round.language ?? 'en';
    for (let nth = 0; nth < round.count; nth += 1) {
      person += 1;
      await send(round.by, round.place, round.daysAgo, {
        kind: 'survey-response',
        body: answersOf(stored.survey, title, round, nth, person),
        consent: { ...consent(at(round.daysAgo, 0), language), how: 'pictures' },
        receiptCode: code(),
        language,
      });
    }
  }

  // Said, and then taken back: the number stays, the words are gone.
  const taken = code();
  const body = { theme: 'trust-discrimination', feeling: 'angry', voice: 'own', said: 'This was taken back.' };
  await send('hana', 3, 3, { kind: 'quick-note', body, consent: consent(at(3, 0)), receiptCode: taken });
  await send('hana', 3, 2, { kind: 'withdrawal', body: { code: taken, scope: 'words' } });
  // From an app that is newer than this server: waits in quarantine, whole.
  await send('tom', 2, 1, { kind: 'walk-along', body: { said: 'From a newer version of the app.' } });

  await ExampleTablet.ask(deps, 'Tablet 4 (new)');
}

function stamp(place: number, when: Date, who: string): VisitStamp {
  const venue = EXAMPLE_VENUES[place];
  return {
    visitId: randomUUID() as VisitId,
    placeName: venue?.placeName ?? '',
    grade: venue?.grade ?? 'open',
    setting: venue?.setting ?? 'other',
    groupName: venue?.groupName ?? '',
    ...(venue === undefined ? {} : { placeId: venue.venueId }),
    date: localDay(when),
    team: [who],
    interpreter: null,
  };
}

function consent(at: Date, language = 'en'): Consent {
  return {
    version: CONSENT_VERSION,
    answers: { talk: 'yes', use: 'yes', share: 'no', voice: 'yes', photo: 'yes', 'hear-back': 'yes' },
    how: 'spoken',
    language,
    interpreted: language !== 'en',
    at: at.toISOString(),
  };
}

const code = (): string => receiptCodeFrom(crypto.getRandomValues(new Uint8Array(8)));
const localDay = (date: Date): string => date.toISOString().slice(0, 10);
