import type { Art } from './strokes.ts';
import { AMOUNTS } from './set/amounts.ts';
import { ANSWERS } from './set/answers.ts';
import { FACES } from './set/faces.ts';
import { PILES } from './set/piles.ts';
import { HEALTH } from './set/health.ts';
import { TIME } from './set/time.ts';
import { CONSENT } from './set/consent.ts';
import { WHO } from './set/who.ts';
import { TALK } from './set/talk.ts';
import { TREATED } from './set/treated.ts';
import { SERVICES } from './set/services.ts';
import { WHAT_HAPPENED } from './set/what-happened.ts';
import { BARRIERS } from './set/barriers.ts';
import { HELP } from './set/help.ts';
import { HAZARDS } from './set/hazards.ts';
import { TELL_BACK } from './set/tell-back.ts';
import { PLACES } from './set/places.ts';
import { MATTERS } from './set/matters.ts';
import { GROUPS } from './set/groups.ts';
import { GETTING_AROUND } from './set/getting-around.ts';
import { SAFE } from './set/safe.ts';
import { CHANGE } from './set/change.ts';
import { SCENES } from './set/scenes.ts';
import { NAVIGATION } from './set/navigation.ts';
import type { Drawing } from './set/drawing.ts';

/** The set by category, each in the order in which it is offered. */
const CATEGORIES = {
  answers: ANSWERS,
  faces: FACES,
  amounts: AMOUNTS,
  piles: PILES,
  time: TIME,
  consent: CONSENT,
  who: WHO,
  talk: { ...TALK, ...TREATED },
  services: SERVICES,
  'what-happened': WHAT_HAPPENED,
  barriers: BARRIERS,
  help: HELP,
  health: HEALTH,
  hazards: HAZARDS,
  'tell-back': TELL_BACK,
  places: PLACES,
  matters: MATTERS,
  groups: GROUPS,
  'getting-around': GETTING_AROUND,
  safe: SAFE,
  change: CHANGE,
  scenes: SCENES,
  navigation: NAVIGATION,
} satisfies Record<string, Record<string, Drawing>>;

export type PictureCategory = keyof typeof CATEGORIES;
export type PictureName = { [Category in PictureCategory]: keyof (typeof CATEGORIES)[Category] }[PictureCategory];

/** A picture of the set. Its alt text is `pictures:<name>` of the locale. */
export interface SetEntry {
  readonly category: PictureCategory;
  /** English words to find it by, beside its name. */
  readonly keywords: readonly string[];
  readonly art: Art;
  /** Whether it is drawn the other way round where lines run from right to left. */
  readonly mirrors: boolean;
  /** Its grid: 96 by 96 but for the scenes one taps on. */
  readonly size: readonly [width: number, height: number];
}

/** The picture set for surveys. Heavy: only surveys and their builder import it, never the home screen. */
export const PICTURES = Object.fromEntries(
  Object.entries(CATEGORIES).flatMap(([category, drawings]) =>
    Object.entries<Drawing>(drawings).map(([name, drawing]) => [name, entry(category as PictureCategory, drawing)]),
  ),
) as Readonly<Record<PictureName, SetEntry>>;

export const PICTURE_CATEGORIES = Object.keys(CATEGORIES) as PictureCategory[];
export const PICTURE_NAMES = Object.keys(PICTURES) as PictureName[];

/** Whether a survey's picture name is of this set; others are pictures a team has added. */
export function isPictureName(name: string): name is PictureName {
  return Object.hasOwn(PICTURES, name);
}

function entry(category: PictureCategory, { keywords, art, mirrors, size = [96, 96] }: Drawing): SetEntry {
  let drawn: Art | undefined;
  return {
    category,
    keywords,
    mirrors: mirrors === true,
    size,
    get art() {
      drawn ??= art();
      return drawn;
    },
  };
}
