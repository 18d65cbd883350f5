import type { PlaceGrade, VisitStamp } from '../../domain/record.ts';
import type { VisitPlace } from '../../places/visit-place.ts';

/** What the start screen holds while it is filled in. */
export interface VisitForm {
  /** null: nothing chosen yet; 'other': a place that is typed. */
  readonly venueId: string | 'other' | null;
  readonly placeName: string;
  readonly groupName: string;
  readonly setting: string;
  readonly grade: PlaceGrade;
  /** Local calendar date, YYYY-MM-DD. */
  readonly date: string;
  readonly team: readonly string[];
  /** Whether somebody interprets; who it is comes after. */
  readonly interpreted: boolean;
  readonly interpreter: string;
  readonly interpreterLanguage: string;
  readonly atConsent: boolean | null;
}

export type VisitGap = 'needsPlace' | 'needsSetting' | 'needsInterpreter' | 'needsLanguage' | 'needsDate';

export function blankVisit(today: string, worker: string): VisitForm {
  return {
    venueId: null,
    placeName: '',
    groupName: '',
    setting: '',
    grade: 'shielded',
    date: today,
    team: [worker],
    interpreted: false,
    interpreter: '',
    interpreterLanguage: '',
    atConsent: null,
  };
}

/** What still has to be said before the visit can start, in the order of the screen. */
export function visitGaps(form: VisitForm): VisitGap[] {
  const gaps: VisitGap[] = [];
  if (form.venueId === null || (form.venueId === 'other' && form.placeName.trim() === '')) gaps.push('needsPlace');
  if (form.venueId === 'other' && form.setting === '') gaps.push('needsSetting');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(form.date)) gaps.push('needsDate');
  if (form.interpreted && form.interpreter === '') gaps.push('needsInterpreter');
  if (form.interpreter !== '' && form.interpreterLanguage.trim() === '') gaps.push('needsLanguage');
  return gaps;
}

/** The stamp that goes into every record of the visit. A place of the list brings its own name, setting and grade. */
export function stampOf(form: VisitForm, places: readonly VisitPlace[], visitId: string): VisitStamp {
  const known = places.find((one) => one.venueId === form.venueId);
  const place: Omit<VisitPlace, 'venueId' | 'notes' | 'about'> = known ?? {
    placeName: form.placeName.trim(),
    groupName: form.groupName.trim(),
    setting: form.setting,
    grade: form.grade,
  };
  return {
    visitId: visitId as VisitStamp['visitId'],
    placeName: place.placeName,
    grade: place.grade,
    setting: place.setting,
    groupName: place.groupName,
    ...(place.placeId === undefined ? {} : { placeId: place.placeId }),
    date: form.date,
    team: form.team.slice(0, 20),
    interpreter:
      form.interpreter === ''
        ? null
        : { type: form.interpreter, language: form.interpreterLanguage.trim(), atConsent: form.atConsent === true },
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the tablet's clock stands more than a day from the last time the server told us. */
export function clockIsFar(wallMs: number, lastServerTime: string | null): boolean {
  const told = lastServerTime === null ? Number.NaN : Date.parse(lastServerTime);
  return Number.isFinite(told) && Math.abs(wallMs - told) > DAY_MS;
}
