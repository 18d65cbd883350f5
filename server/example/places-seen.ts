import type { NoteKind, PlaceFacts, PlaceLink, PlaceStatus, Where } from '../../src/domain/place.ts';
import { snap } from '../../src/domain/place-grid.ts';
import type { CodeOf } from '../../src/domain/lists/lists.ts';

type By = 'bea' | 'tom' | 'hana';

/** Made up, in the way such things are noted. */
interface SeenThere {
  readonly by: By;
  readonly entry: string;
  readonly daysAgo: number;
  readonly kind: NoteKind;
  readonly said: string;
  readonly source: CodeOf<'placeSources'>;
  readonly status?: PlaceStatus;
  readonly themes?: readonly CodeOf<'themes'>[];
  readonly facts?: PlaceFacts;
  readonly link?: PlaceLink;
  readonly share?: 'office';
  /** What was told there so many days ago, and whether it is better. */
  readonly answers?: { readonly daysAgo: number; readonly now: CodeOf<'betterNow'> };
}

const near = (lng: number, lat: number): Where => {
  const [east, north] = snap('open', lng, lat);
  return { as: 'point', grade: 'open', points: [[east, north]] };
};

/** Over eighteen months, by several people, who do not always agree. */
export const SEEN: readonly SeenThere[] = [
  {
    by: 'bea',
    entry: 'example-elm-tree',
    daysAgo: 530,
    kind: 'how-to-find',
    source: 'own-eyes',
    said: 'Second gate, not the first. The first is for the lorries.',
  },
  {
    by: 'bea',
    entry: 'example-elm-tree',
    daysAgo: 410,
    kind: 'hazard',
    source: 'resident',
    themes: ['water-toilets-refuse'],
    said: 'The drain by the gate floods. Bring boots.',
  },
  {
    by: 'bea',
    entry: 'example-elm-tree',
    daysAgo: 200,
    kind: 'need',
    source: 'resident',
    themes: ['water-toilets-refuse'],
    said: 'One working tap for nineteen families.',
  },
  {
    by: 'tom',
    entry: 'example-elm-tree',
    daysAgo: 34,
    kind: 'seen',
    source: 'resident',
    said: 'Still the one tap. A second was promised for the spring.',
    answers: { daysAgo: 200, now: 'same' },
  },
  {
    by: 'bea',
    entry: 'example-elm-tree-families',
    daysAgo: 190,
    kind: 'strength',
    source: 'own-eyes',
    themes: ['strengths', 'forms-literacy'],
    said: 'One sister reads everybody’s letters on a Sunday.',
    status: 'steady',
  },
  {
    by: 'tom',
    entry: 'example-elm-tree-families',
    daysAgo: 60,
    kind: 'seen',
    source: 'professional',
    said: 'Three families have moved on; the liaison officer does not know where.',
    status: 'moving',
  },
  {
    by: 'bea',
    entry: 'example-elm-tree-families',
    daysAgo: 40,
    kind: 'seen',
    source: 'community-leader',
    said: 'Nobody has gone for good. They are back for the winter.',
    status: 'growing',
  },
  {
    by: 'bea',
    entry: 'example-elm-tree-families',
    daysAgo: 38,
    kind: 'seen',
    source: 'own-eyes',
    share: 'office',
    said: 'One man asked us not to come on his own days. The office knows who.',
  },
  {
    by: 'hana',
    entry: 'example-harbour-hall',
    daysAgo: 500,
    kind: 'trusted-place',
    source: 'own-eyes',
    themes: ['faith-culture'],
    said: 'People stay an hour after prayers. Nobody hurries anybody.',
  },
  {
    by: 'hana',
    entry: 'example-harbour-hall',
    daysAgo: 230,
    kind: 'service',
    source: 'partner',
    said: 'An advice desk opens on the first Friday of the month.',
    facts: { accessNote: 'Lift works again' },
  },
  {
    by: 'tom',
    entry: 'example-harbour-hall',
    daysAgo: 80,
    kind: 'barrier',
    source: 'own-eyes',
    said: 'The lift is out again. Two women were carried up.',
    facts: { accessNote: 'Lift out of order' },
  },
  {
    by: 'hana',
    entry: 'example-harbour-hall',
    daysAgo: 26,
    kind: 'seen',
    source: 'resident',
    said: 'The lift has run for two weeks. The caretaker has the number to ring.',
    answers: { daysAgo: 80, now: 'better' },
  },
  {
    by: 'hana',
    entry: 'example-harbour-hall',
    daysAgo: 8,
    kind: 'seen',
    source: 'resident',
    said: 'They say the lift has been mended. I did not try it.',
  },
  {
    by: 'hana',
    entry: 'example-friday-sisters',
    daysAgo: 300,
    kind: 'strength',
    source: 'resident',
    themes: ['strengths', 'language-interpreting'],
    said: 'Three of them interpret for the others, unpaid, at the surgery.',
    status: 'new',
  },
  {
    by: 'hana',
    entry: 'example-friday-sisters',
    daysAgo: 8,
    kind: 'seen',
    source: 'own-eyes',
    said: 'Twenty-six today, and a waiting list for the sewing machines.',
    status: 'growing',
    facts: { languages: ['ar', 'so', 'ti'] },
  },
  {
    by: 'tom',
    entry: 'example-mill-lane',
    daysAgo: 380,
    kind: 'how-to-find',
    source: 'own-eyes',
    said: 'Side door, ring twice. The front is only for weddings.',
  },
  {
    by: 'tom',
    entry: 'example-mill-lane',
    daysAgo: 120,
    kind: 'service',
    source: 'document',
    said: 'Warm space every weekday until three, October to March.',
  },
  {
    by: 'tom',
    entry: 'example-lunch-club',
    daysAgo: 330,
    kind: 'trusted-place',
    source: 'resident',
    themes: ['loneliness'],
    said: 'For eleven of them it is the only warm meal with somebody.',
  },
  {
    by: 'tom',
    entry: 'example-lunch-club',
    daysAgo: 11,
    kind: 'need',
    source: 'resident',
    themes: ['cost-travel'],
    said: 'The dial-a-ride stopped in September. Nine no longer come.',
    status: 'weak',
  },
  {
    by: 'tom',
    entry: 'example-quay-library',
    daysAgo: 520,
    kind: 'strength',
    source: 'own-eyes',
    themes: ['digital-exclusion'],
    said: 'Two librarians help with forms, no appointment.',
  },
  {
    by: 'tom',
    entry: 'example-quay-library',
    daysAgo: 245,
    kind: 'seen',
    source: 'document',
    said: 'Saturday opening is under review, says a note on the door.',
    status: 'weak',
  },
  {
    by: 'bea',
    entry: 'example-door-to-door',
    daysAgo: 460,
    kind: 'strength',
    source: 'community-leader',
    themes: ['loneliness', 'caring'],
    said: 'Forty volunteers, a list of keys, and soup.',
    status: 'growing',
  },
  {
    by: 'hana',
    entry: 'example-door-to-door',
    daysAgo: 90,
    kind: 'seen',
    source: 'professional',
    said: 'The coordinator’s post ended in June. Nobody holds the list.',
    status: 'weak',
  },
  {
    by: 'bea',
    entry: 'example-door-to-door',
    daysAgo: 75,
    kind: 'seen',
    source: 'resident',
    said: 'It goes on by itself on three streets. Only the meetings stopped.',
    status: 'steady',
    link: { to: 'example-lunch-club', how: 'serves' },
  },
  {
    by: 'hana',
    entry: 'example-east-side',
    daysAgo: 150,
    kind: 'barrier',
    source: 'partner',
    themes: ['language-interpreting', 'told-back'],
    said: 'Asked four times about the same clinic, by four teams, and heard nothing back.',
  },
];

/** Seen on the way: no entry of the directory. */
export const SPOTS = [
  {
    by: 'tom',
    daysAgo: 33,
    kind: 'hazard',
    said: 'No pavement and no light between the bus stop and the underpass.',
    where: near(-2.5709, 51.4541),
  },
  {
    by: 'bea',
    daysAgo: 12,
    kind: 'service',
    said: 'A shop that tops up meters without a card fee.',
    where: near(-2.5881, 51.4478),
  },
] as const satisfies readonly { by: By; daysAgo: number; kind: NoteKind; said: string; where: Where }[];

/** Earlier outings: where, by whom, and how long ago. */
export const EARLIER_VISITS: readonly { by: By; place: 0 | 1 | 2 | 3; daysAgo: number }[] = [
  ...[530, 410, 290, 200, 190].map((daysAgo) => ({ by: 'bea' as const, place: 0 as const, daysAgo })),
  ...[500, 300, 230].map((daysAgo) => ({ by: 'hana' as const, place: 1 as const, daysAgo })),
  ...[380, 330, 120].map((daysAgo) => ({ by: 'tom' as const, place: 2 as const, daysAgo })),
  ...[210].map((daysAgo) => ({ by: 'hana' as const, place: 3 as const, daysAgo })),
];

/** Written down in the field and not looked at yet; the second is the lunch club's house under another name. */
export const MET = [
  {
    by: 'hana',
    daysAgo: 5,
    name: 'Corner café, East Street',
    type: 'venue',
    setting: 'cafe',
    where: near(-2.5662, 51.4639),
    facts: { host: 'The owner’s daughter', languages: ['so', 'en'], goodTimes: ['weekday-evening'], signal: 'good' },
    said: 'The mothers of the Barton circle drink tea here. A way in.',
  },
  {
    by: 'tom',
    daysAgo: 2,
    name: 'Mill Lane Centre',
    type: 'venue',
    setting: 'community-centre',
    where: near(-2.5811, 51.4584),
    facts: { goodTimes: ['weekday-morning'] },
    said: 'Walking group starts from here on Thursdays.',
  },
] as const satisfies readonly {
  by: By;
  daysAgo: number;
  name: string;
  type: 'venue';
  setting: CodeOf<'settings'>;
  where: Where;
  facts: PlaceFacts;
  said: string;
}[];
