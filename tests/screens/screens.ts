import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { ABOUT_YOU } from '../../src/surveys/common-questions.ts';
import { TITLES } from './all-types.ts';
import type { Steps } from './steps.ts';

/** One screen: its name, and how it is come to from the one before. `on` leads to further ones and says whether there are. */
export interface Line {
  readonly name: string;
  readonly to: (it: Steps) => Promise<void>;
  readonly on?: (it: Steps) => Promise<boolean>;
}

export type To = Line['to'];
export const line = (name: string, to: To, on?: Line['on']): Line => ({
  name,
  to,
  ...(on === undefined ? {} : { on }),
});
/** What a screen has when it is there: a heading. */
const HEADING = 'h1';

const then =
  (...all: readonly To[]): To =>
  async (it) => {
    for (const one of all) await one(it);
  };
/** An address, opened as if it were typed: the tablet is locked after it. */
export const load =
  (path: string, seen = HEADING): To =>
  (it) =>
    it.load(path, seen);
/** An address inside the app. */
export const at =
  (path: string, seen = HEADING): To =>
  (it) =>
    it.go(path, seen);
export const press =
  (selector: string, seen = HEADING): To =>
  (it) =>
    it.press(selector, seen);
/** On to the next screen of somebody who answers, by this way. */
const forward =
  (way = NEXT): To =>
  (it) =>
    it.forward(way);
/** One after the other. */
export { then as inTurn };
const answer: To = (it) => it.answerAll();

const BACK = '.player-bar__button--back';
const NEXT = '.player-bar__button--next';
const MAIN = '.bottom-bar .button--main';
const FIRST_TILE = '.tiles .tile';
const YES: To = then((it) => it.page.locator('.tiles--two .tile').first().click(), forward());

/** To the next step of a record; false on the last one. */
const steps: Line['on'] = async (it) => {
  await it.answerAll();
  if ((await it.page.locator(`${MAIN} > .icon--turns:last-child`).count()) === 0) return false;
  await it.press(MAIN);
  return true;
};
/** One kind of record, with every step it has in this reading, and what is said once it is saved. */
const record = (kind: string): readonly Line[] => [
  line(kind, at(`/capture/${kind}`, MAIN), steps),
  line(`${kind} saved`, then(answer, press(MAIN, '.saved__title'))),
];

/** What is answered where something can be chosen at once; all else is left out. */
const past: To = async (it) => {
  const cards = it.page.locator('.player__answer input[type=radio]');
  const answered = (await cards.count()) > 0;
  if (answered) await cards.first().check({ force: true });
  const card = (await it.page.locator('.player-bar__button--skip').count()) === 0;
  await it.forward(answered || card ? NEXT : '.player-bar__button--skip');
};

/** The survey of all types of question, answered in this way: handed over, read out, in a group, on paper. */
const survey = (way: 0 | 1 | 2 | 3, seen: string): To =>
  then(
    at('/home', '.home__actions'),
    at('/surveys', '.survey-card'),
    (it) => it.pick('.survey-card', TITLES),
    press(`.modes__all .picture-card >> nth=${way}`, seen),
  );
const NO: To = then((it) => it.page.locator('.tiles--two .tile').nth(1).click(), forward());
/** The tile with a book, or the one for easy read. */
const read: To = (it) => it.forward(`.tiles--big .tile >> nth=${it.reading.readingMode === 'easy' ? 2 : 1}`);
const hold: To = (it) => it.hold();
const speak: To = (it) => it.speak();
const unlock =
  (seen: string): To =>
  (it) =>
    it.typePasscode(seen);
const choose: To = (it) => it.page.locator('main input[type=radio]').first().check({ force: true });
const turn = '.bottom-bar .button:has(.turn-words)';
const submit = 'form button[type=submit]';

/** Every screen, in the order in which a tablet comes to them. One line is one screen, or one record with all its steps. */
export const SCREENS: readonly Line[] = [
  line('start', load('/')),
  line('settings before joining', load('/settings')),
  line('accessibility before joining', load('/accessibility')),
  line('safety before joining', load('/safety')),
  line('join', load('/enrol', 'form')),
  line('join, nothing typed', press(submit, '.field__problem')),
  line('join, waiting', (it) => it.join()),
  line('ready', (it) => it.approve()),
  line('names', load('/', '.name-tile')),
  line('choose a passcode', (it) => it.chooseName()),
  line('choose a passcode, nothing typed', press(submit, '.field__problem')),
  line('home, no visit', unlock('.home__actions')),
  line('end of visit, no visit', at('/visit/end', '.empty-state')),
  line('start of visit', at('/visit/start', MAIN)),
  line('start of visit, nothing chosen', press(MAIN, '.notice')),
  line('home', then(choose, press(MAIN, '.home__actions'))),
  line('start of visit, on a visit', at('/visit/start', '.empty-state')),
  ...record('quick-note'),
  ...record('conversation'),
  ...record('immediate-need'),
  ...record('promise'),
  ...record('no-thanks'),
  ...record('place'),
  ...record('map-note'),
  line('places', at('/places', '.list')),
  line('one place', press('.list a.list-row')),
  line('places on the map', at('/places/map')),
  line('maps', at('/places/maps')),
  line('networks', at('/places/networks')),
  line('conversation, turned', then(at('/capture/conversation', MAIN), answer, press(turn))),
  line('not finished', at('/drafts', '.drafts__row')),
  line('not finished, throw away', press('.drafts__row .button--quiet', 'dialog[open]')),
  line(
    'withdraw',
    then((it) => it.escape(), at('/withdraw', MAIN)),
  ),
  line('withdraw, nothing typed', press(MAIN, '.field__problem')),
  line('withdraw from the list', press('[role=tab]:last-child', '[role=tabpanel]')),
  line('withdrawn', then(answer, press(MAIN, 'a.button--main'))),
  line('end of visit', at('/visit/end', MAIN)),
  line('end of visit, read aloud', press(MAIN)),
  line('saved and sent', at('/sent')),
  line('settings', at('/settings')),
  line('accessibility', at('/accessibility')),
  line('safety', at('/safety')),
  line('no such page', at('/no-such-page')),
  line('surveys', at('/surveys', '.survey-card')),
  line('surveys, how', (it) => it.pick('.survey-card', TITLES)),
  line('paper', survey(3, '.paper-print')),
  line('paper, typed in', press('.button--main', 'ol.paper-rows')),
  line('group', survey(2, '.bottom-bar')),
  line('group, first screen', press(MAIN, '.player-bar')),
  line('read out, first screen', survey(1, '.player-bar')),
  line('languages', survey(0, '.tongues')),
  line('ways of answering', forward('.player__more')),
  line('how', then(forward(), speak)),
  line('what for', read),
  line('may we talk', forward()),
  line('nothing agreed', NO),
  line('may we use it', then(forward(BACK), YES)),
  line('who', YES),
  line('practice', forward(FIRST_TILE)),
  line('stop', forward('.player-bar__button--stop')),
  ...Object.keys(QUESTION_TYPES).map((type, at) =>
    line(`question ${type}`, at === 0 ? then(forward(BACK), past) : past),
  ),
  line('how was it, 1', past),
  line('how was it, 2', past),
  line('check', past),
  line('may we share it', forward()),
  line('hear back', YES),
  line('how to reach', YES),
  line('about you', then(answer, forward())),
  ...ABOUT_YOU.map(({ code }, at) => line(code, at === 0 ? forward(FIRST_TILE) : past)),
  line('done', past),
  line('thanks', press(NEXT, '.end__head')),
  line('given back', press(MAIN, '.hold-button--wide')),
  line('take it back', hold),
  line('surveys, taken back', unlock('.survey-card')),
  line('cover', then(survey(0, '.tongues'), speak, hold, press('.button--quiet', '.cover'))),
  line('cover, something serious', press('.cover__worker .button--quiet')),
  line('answers wait', then(press('.top-bar .icon-button', '.cover'), hold, unlock('.frame__bar'))),
  line('locked', then(at('/home', '.home__actions'), press('.list button.list-row', '.name-tile'))),
  line('enter passcode', (it) => it.chooseName()),
  line('enter passcode, not the right one', (it) => it.mistype()),
];
