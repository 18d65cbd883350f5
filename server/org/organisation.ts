import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { CONFIRMATIONS, orgSettings, type Confirmation, type OrgSettings } from '../../src/domain/desk.ts';
import type { ActorId } from '../../src/domain/ids.ts';
import { phone, type Organisation } from '../../src/domain/protocol.ts';
import type { Keyring } from '../ports/keys.ts';
import type { PersonRow, Store } from '../ports/store.ts';
import { soundLanguages } from '../surveys/sound-languages.ts';
import { rowsOfNewLanguages } from '../surveys/tablet-rows.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';

type OrgChange = Partial<Omit<OrgSettings, 'confirmed'>>;
type Deps = { readonly store: Store; readonly keys: Keyring };

/** Each setting has its own row, so that two people changing two things never undo one another. */
const KEY = {
  name: 'org.name',
  languages: 'org.languages',
  phones: 'org.phones',
  keyHolder: 'org.keyHolder',
  retentionMonths: 'org.retentionMonths',
  voiceMonths: 'org.voiceMonths',
  releaseAfterDays: 'org.releaseAfterDays',
  lockAfterSeconds: 'org.lockAfterSeconds',
  loadLimit: 'org.loadLimit',
} as const satisfies Record<keyof OrgChange, string>;
const confirmedKey = (what: Confirmation) => `org.confirmed.${what}`;

const SHAPE = {
  name: z.string(),
  languages: z.array(z.string()),
  phones: z.array(phone),
  keyHolder: z.string(),
  retentionMonths: z.number(),
  voiceMonths: z.number(),
  releaseAfterDays: z.nullable(z.number()),
  lockAfterSeconds: z.number(),
  loadLimit: z.number(),
} as const;
const confirmation = z.object({ by: z.string(), at: z.string() });

/** The settings as they stand; what was never set has its default. */
export async function readOrganisation(store: Store): Promise<OrgSettings> {
  const rows = await store.settings.all();
  const read = <T>(key: string, schema: z.ZodMiniType<T>, otherwise: T): T => {
    const stored = rows.get(key);
    return stored === undefined || stored === '' ? otherwise : schema.parse(JSON.parse(stored));
  };
  const confirmed: Partial<Record<Confirmation, { by: string; at: string }>> = {};
  for (const what of CONFIRMATIONS) {
    const given = read(confirmedKey(what), z.nullable(confirmation), null);
    if (given !== null) confirmed[what] = given;
  }
  return orgSettings.parse({
    name: read(KEY.name, SHAPE.name, 'Said & Done'),
    languages: read(KEY.languages, SHAPE.languages, DEFAULT_SETTINGS.languages),
    phones: read(KEY.phones, SHAPE.phones, DEFAULT_SETTINGS.phones),
    keyHolder: read(KEY.keyHolder, SHAPE.keyHolder, DEFAULT_SETTINGS.keyHolder),
    retentionMonths: read(KEY.retentionMonths, SHAPE.retentionMonths, DEFAULT_SETTINGS.retentionMonths),
    voiceMonths: read(KEY.voiceMonths, SHAPE.voiceMonths, DEFAULT_SETTINGS.voiceMonths),
    releaseAfterDays: read(KEY.releaseAfterDays, SHAPE.releaseAfterDays, DEFAULT_SETTINGS.releaseAfterDays),
    lockAfterSeconds: read(KEY.lockAfterSeconds, SHAPE.lockAfterSeconds, DEFAULT_SETTINGS.lockAfterSeconds),
    loadLimit: read(KEY.loadLimit, SHAPE.loadLimit, DEFAULT_SETTINGS.loadLimit),
    confirmed,
  });
}

/** The one setting that every push asks for, without reading the others. */
export async function readReleaseAfterDays(store: Store): Promise<number | null> {
  const stored = await store.settings.get(KEY.releaseAfterDays);
  return stored === null ? DEFAULT_SETTINGS.releaseAfterDays : SHAPE.releaseAfterDays.parse(JSON.parse(stored));
}

/** Writes what is given and tells the tablets. A changed number or period has to be confirmed again. */
export async function changeOrganisation(deps: Deps, change: OrgChange, now: string): Promise<OrgSettings> {
  const before = await readOrganisation(deps.store);
  for (const [name, value] of Object.entries(change) as [keyof OrgChange, unknown][]) {
    if (value !== undefined) await deps.store.settings.set(KEY[name], JSON.stringify(value));
  }
  const unconfirm: Confirmation[] = [];
  const changed = (name: keyof OrgChange) =>
    change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(before[name]);
  if (changed('phones')) unconfirm.push('phones');
  if (changed('retentionMonths') || changed('voiceMonths')) unconfirm.push('retention');
  if (changed('keyHolder')) unconfirm.push('key-holder');
  for (const what of unconfirm) await deps.store.settings.set(confirmedKey(what), 'null');
  await publishOrganisation(deps, now);
  const { languages } = change;
  if (languages !== undefined && changed('languages')) {
    for (const survey of await deps.store.surveys.inUse()) {
      for (const row of rowsOfNewLanguages(survey, before.languages, languages)) {
        await deps.store.reference.put(row, null, now);
      }
    }
    await publishSounds(deps.store, before.languages, languages, now);
  }
  return readOrganisation(deps.store);
}

/** Notes that a person has checked something, or takes that back. Confirming the numbers confirms each of them. */
export async function confirmSetting(
  deps: Deps,
  what: Confirmation,
  by: string | null,
  now: string,
): Promise<OrgSettings> {
  await deps.store.settings.set(confirmedKey(what), JSON.stringify(by === null ? null : { by, at: now }));
  if (what === 'phones') {
    const { phones } = await readOrganisation(deps.store);
    const marked = phones.map((each) => ({ ...each, confirmed: by !== null }));
    await deps.store.settings.set(KEY.phones, JSON.stringify(marked));
    await publishOrganisation(deps, now);
  }
  return readOrganisation(deps.store);
}

export async function isExample(store: Store): Promise<boolean> {
  return (await store.settings.get('example')) === 'yes';
}

/** The row every tablet pulls. */
async function publishOrganisation({ store, keys }: Deps, now: string): Promise<void> {
  const settings = await readOrganisation(store);
  const value: Organisation = {
    orgId: await store.settings.setOnce('org.id', randomUUID()),
    name: settings.name,
    example: await isExample(store),
    languages: settings.languages,
    orgKey: keys.current(),
    phones: settings.phones,
    releaseAfterDays: settings.releaseAfterDays,
    lockAfterSeconds: settings.lockAfterSeconds,
    loadLimit: settings.loadLimit,
  };
  await store.reference.put({ kind: 'organisation', id: 'organisation', value }, null, now);
}

/** A person on the tablets' list of who may record, or their tombstone once they are no longer active. */
export async function publishPerson(store: Store, person: Omit<PersonRow, 'lastSeenAt'>, now: string): Promise<void> {
  const { actorId, displayName, role, active } = person;
  const value = active ? { actorId: actorId as ActorId, displayName, role } : null;
  await store.reference.put({ kind: 'roster', id: actorId, value }, null, now);
}

/** Sounds of languages that came reach the tablets, those of languages that left are taken off them. */
async function publishSounds(
  store: Store,
  before: readonly string[],
  after: readonly string[],
  now: string,
): Promise<void> {
  const [was, is] = await Promise.all([soundLanguages(before), soundLanguages(after)]);
  const recorded = (await store.sounds.list()).map(({ language }) => language);
  const come = recorded.filter((language) => is.includes(language) && !was.includes(language));
  const gone = recorded.filter((language) => was.includes(language) && !is.includes(language));
  if (come.length > 0) await store.sounds.publish(come, true, now);
  if (gone.length > 0) await store.sounds.publish(gone, false, now);
}
