import type { ImmediateNeed } from '../../src/kinds/immediate-need/schema.ts';
import type { Conversation } from '../../src/kinds/conversation/schema.ts';
import type { QuickNote } from '../../src/kinds/quick-note/schema.ts';

type Place = 0 | 1 | 2 | 3;
type By = 'bea' | 'tom' | 'hana';
interface Said<Body> {
  readonly by: By;
  readonly place: Place;
  readonly daysAgo: number;
  readonly body: Body;
}

/** Made up, in the way such things are said. */
export const QUICK_NOTES: readonly Said<QuickNote>[] = (
  [
    [
      'bea',
      0,
      13,
      'water-toilets-refuse',
      'angry',
      'own',
      'The tap by the far pitches has been off since the frost. We carry it.',
    ],
    [
      'bea',
      0,
      13,
      'registration-refused',
      'bad',
      'own',
      'They want a gas bill. I have never had a gas bill in my life.',
    ],
    [
      'bea',
      0,
      13,
      'strengths',
      'good',
      'own',
      'My sister reads the letters for half the site. She should be paid for it.',
    ],
    [
      'tom',
      2,
      11,
      'getting-appointments',
      'worried',
      'own',
      'Eight o’clock, engaged. Half past eight, all gone. Every day the same.',
    ],
    ['tom', 2, 11, 'digital-exclusion', 'mixed', 'helped-reading', 'It says do it on the app. My phone has buttons.'],
    ['tom', 2, 11, 'loneliness', 'sad', 'own', 'Tuesdays I talk. The other days I have the radio.'],
    ['tom', 2, 10, 'cost-travel', 'bad', 'own', 'Two buses to the hospital and the second one does not wait.'],
    [
      'hana',
      1,
      8,
      'language-interpreting',
      'worried',
      'interpreted',
      'My son told the doctor for me. There are things I will not say to my son.',
    ],
    ['hana', 1, 8, 'staff-manner', 'good', 'own', 'The new receptionist says my name right. I nearly cried.'],
    ['hana', 1, 8, 'faith-culture', 'mixed', 'own', 'I asked for a woman. They said next month.'],
    ['bea', 0, 6, 'damp', 'worried', 'own', 'Black behind the bed again. The little one coughs all night.'],
    [
      'bea',
      0,
      6,
      'children-school',
      'hopeful',
      'own',
      'The school bus stops at our gate now. That was you lot, was it?',
    ],
    ['tom', 2, 4, 'medication', 'unclear', 'own', 'Nobody told me whether to stop the old tablets.'],
    ['tom', 2, 4, 'told-back', 'angry', 'own', 'You came last year as well. What happened?'],
    ['hana', 3, 3, 'privacy', 'bad', 'own', 'They called my full name across the waiting room.'],
    ['hana', 3, 3, 'mental-health', 'sad', 'own', 'I am on the list for the list.'],
    ['bea', 0, 1, 'heating-power', 'worried', 'own', 'Eleven pounds on the meter by Wednesday, every week.'],
  ] as const
).map(([by, place, daysAgo, theme, feeling, voice, said]) => ({
  by,
  place,
  daysAgo,
  body: { theme, feeling, voice, said },
}));

const talk = (said: string, gist: string, more: Partial<Conversation> = {}): Conversation => ({
  said,
  saidLanguage: 'en',
  gist,
  voice: 'own',
  readBack: 'right',
  prompts: [],
  services: [],
  themes: [],
  access: [],
  accessNote: '',
  ...more,
});

/** The first has a photo and a voice note, the second is in Arabic. */
export const CONVERSATIONS: readonly Said<Conversation>[] = [
  {
    by: 'bea',
    place: 0,
    daysAgo: 6,
    body: talk(
      'It comes through the wall by the bed. We wash it off and it comes back. The man looked at it from the door and said open a window. It is November.',
      'Damp through an outside wall; reported twice; a child has a cough.',
      {
        feeling: 'angry',
        themes: ['damp', 'site-housing'],
        services: ['council-site', 'gp'],
        prompts: [
          { prompt: 'what-should-change', covered: 'ticked', said: 'Come in. Put your hand on the wall.' },
          { prompt: 'heard-back', covered: 'ticked', said: 'Never.' },
        ],
        contact: { how: 'call', detail: '07700 900789, after six' },
      },
    ),
  },
  {
    by: 'hana',
    place: 1,
    daysAgo: 8,
    body: talk(
      'ذهبتُ إلى العيادة ثلاث مرات. في كل مرة يعطونني ورقة بالإنجليزية. لا أريد أن تترجم ابنتي، فهي صغيرة على هذا الكلام.',
      'Went to the surgery three times and was given a leaflet in English each time. Does not want her daughter to interpret.',
      {
        saidLanguage: 'ar',
        voice: 'interpreted',
        feeling: 'sad',
        themes: ['language-interpreting', 'information'],
        services: ['gp', 'interpreting'],
        access: ['spoken-language'],
      },
    ),
  },
  {
    by: 'tom',
    place: 2,
    daysAgo: 11,
    body: talk(
      'I was a carpenter. Now my hands shake and I cannot do the lid on the bottle. Nobody asks about the lid.',
      'Cannot open child-proof bottles; has stopped one medicine because of it.',
      { feeling: 'mixed', themes: ['medication'], services: ['pharmacy'], access: ['large-print', 'more-time'] },
    ),
  },
  {
    by: 'tom',
    place: 2,
    daysAgo: 4,
    body: talk('', 'A good talk about the walking group; asks for a bench half-way.', {
      voice: 'observed',
      readBack: 'not-done',
      feeling: 'good',
      themes: ['green-play', 'strengths'],
    }),
  },
  {
    by: 'hana',
    place: 3,
    daysAgo: 3,
    body: talk(
      'I can fill in a form. What I cannot do is fill in the same form five times for five desks.',
      'Housing, benefits, surgery, school and nursery each ask for the same things.',
      { feeling: 'bad', themes: ['forms-literacy'], services: ['housing', 'benefits', 'gp'], readBack: 'corrected' },
    ),
  },
];

export const NEEDS: readonly Said<ImmediateNeed>[] = (
  [
    [
      'bea',
      0,
      0,
      'medicine',
      'today',
      'engagement-staff',
      'Lee Example',
      'No insulin after tonight. The surgery will not take her without an address.',
      'call',
      '07700 900321',
    ],
    [
      'tom',
      2,
      4,
      'transport',
      'this-week',
      'me',
      '',
      'Eye clinic on Thursday and no way to get there.',
      'come-back',
      'Tuesday lunch',
    ],
    [
      'hana',
      3,
      3,
      'housing',
      'this-week',
      'partner',
      'Housing advice',
      'Letter says out by the end of the month.',
      'through-someone',
      'The duty worker',
    ],
    [
      'hana',
      1,
      8,
      'register-doctor',
      'soon',
      'engagement-staff',
      'Sam Example',
      'Wants to register and to see a woman.',
      'text',
      '07700 900654',
    ],
    [
      'bea',
      0,
      6,
      'damp-cold',
      'this-week',
      'site-liaison',
      '',
      'A heater that is safe, for the child’s room.',
      'come-back',
      'Next visit',
    ],
  ] as const
).map(([by, place, daysAgo, need, urgency, whoActs, whoDetail, what, reach, reachDetail]) => ({
  by,
  place,
  daysAgo,
  body: { need, urgency, whoActs, whoDetail, what, byWhen: '', reach, reachDetail },
}));

export const PROMISES: readonly (Said<string> & { readonly inDays: number })[] = [
  {
    by: 'bea',
    place: 0,
    daysAgo: 6,
    inDays: 5,
    body: 'Bring the answer about the damp, or say that there is none yet.',
  },
  { by: 'tom', place: 2, daysAgo: 11, inDays: -2, body: 'Ask the pharmacy about bottles that open.' },
  { by: 'hana', place: 1, daysAgo: 8, inDays: 9, body: 'Come back with a leaflet in Arabic, read aloud.' },
];

export const HEARD: readonly { by: By; place: Place; daysAgo: number; lines: readonly string[] }[] = [
  {
    by: 'bea',
    place: 0,
    daysAgo: 6,
    lines: ['Damp comes first.', 'The tap is still off.', 'The school bus is a good thing.'],
  },
  { by: 'tom', place: 2, daysAgo: 11, lines: ['The morning telephone does not work for anybody here.'] },
];
