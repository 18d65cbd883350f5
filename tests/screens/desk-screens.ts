import { QUESTION_TYPES } from '../../src/questions/registry.ts';
import { LIECHTENSTEIN } from '../helpers/maps/a-map.ts';
import { LISTED, STAFF, type DeskOffice } from './desk-office.ts';
import { at, line, load, press, inTurn, type Line, type To } from './screens.ts';

const SUBMIT = 'form button[type=submit]';
const DIALOG = 'dialog[open]';
const MAIN = `${DIALOG} .button--main`;
const PROBLEM = '.field__problem';
/** In the head of a page: what is begun here. */
const BEGIN = '.desk-page__head .button--main';

const see =
  (selector: string): To =>
  (it) =>
    it.see(selector);
const fill =
  (selector: string, words: string): To =>
  async (it) => {
    await it.page.locator(`${selector} >> visible=true`).first().fill(words);
    await it.settle();
  };
const select =
  (selector: string, value: string): To =>
  async (it) => {
    await it.page.locator(selector).first().selectOption(value);
    await it.settle();
  };
const bring =
  (selector: string, file: string | { name: string; mimeType: string; buffer: Buffer }, seen: string): To =>
  async (it) => {
    await it.page.locator(selector).setInputFiles(file);
    await it.see(seen);
  };
const textFile = (name: string, mimeType: string, words: string) => ({ name, mimeType, buffer: Buffer.from(words) });
/** Out of a dialogue. */
const leave: To = (it) => it.escape();
/** Everything that is folded, open. */
const unfold: To = async (it) => {
  await it.page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('main details')) one.open = true;
  });
  await it.settle();
};
const signIn = (password: string, seen: string): To =>
  inTurn(
    fill('input[autocomplete=username]', STAFF.loginName),
    fill('input[autocomplete=current-password]', password),
    press(SUBMIT, seen),
    see(seen),
  );
/** The session ends while somebody works. */
const endSession: To = (it) => it.page.context().clearCookies();
const signal =
  (here: boolean): To =>
  (it) =>
    it.page.context().setOffline(!here);

/** The first record of the inbox that is so. It has been read by the time it is looked at, as it is a moment later. */
const record = (query: string, which = '.desk-line'): To =>
  inTurn(
    at(`/desk/inbox?${query}`, which),
    press(which, '.desk-record'),
    see('.desk-state:not(.desk-state--new) :checked'),
  );
const entry = (id: string): To => at(`/desk/places/entry/${id}`, '.desk-main .desk-details');
const EDIT = '.desk-main .places-desk__line .button';
/** The survey of all types in the making, at one of its parts. */
const making = (part: string): To => at(`/desk/surveys/all-types/1?at=${part}`, '.builder');
const pane = (nth: 0 | 1 | 2): To => press(`.builder__pane >> nth=${nth}`, '.builder');

const PLACES_FILE = [
  'name,type,grade,latitude,longitude,council,colour',
  'New Street hall,venue,open,51.45,-2.58,Example City,red',
  'The place by the wood,venue,,51.46,-2.59,,green',
  ',venue,open,51.45,-2.58,,',
  'Nobody knows what,spaceship,open,,,,',
].join('\n');

/** Every room of the desk, in the order in which somebody comes to them who goes through its menu. */
export const deskScreens = (office: DeskOffice): readonly Line[] => [
  line('sign in', load('/desk', 'form')),
  line('sign in, not the right ones', signIn('not the right one', '.notice')),
  line('inbox', signIn(STAFF.password, '.desk-line')),
  line('menu', press('.desk-bar__menu', '.desk-menu--open')),
  line('own password', press('.desk-me .button', DIALOG)),
  line('own password, nothing typed', press(MAIN, PROBLEM)),
  line('inbox, everything', inTurn(leave, press('.desk-bar__menu'), at('/desk/inbox?state=any', '.desk-line'))),
  line('inbox, narrowed', press('.desk-filters__toggle', '#desk-filters')),
  line('inbox, keys', async (it) => {
    await it.page.keyboard.press('?');
    await it.see(DIALOG);
  }),
  line('inbox, nothing found', inTurn(leave, at('/desk/inbox?q=zzzz', '.desk-empty'))),
  ...LISTED.map((kind) => line(`record of ${kind}`, record(`kind=${kind}&state=any`))),
  line('record with a photo', record('kind=conversation&state=needs-action')),
  line('record, the photo', press('.desk-photo__open', DIALOG)),
  line('record, a note not kept', inTurn(leave, fill('.desk-note textarea', 'We rang them.'))),
  line('record, the note kept', press('.desk-note .button--main')),
  line('record, done', press('.desk-state--done', '.desk-did[data-shown=true]')),
  line('record, taken back', at(`/desk/inbox/${office.takenBack}`, '.desk-withdrawn')),
  line('no such record', at('/desk/inbox/11111111-1111-4111-a111-111111111111', '.desk-inbox__record .notice')),

  line('places', at('/desk/places', '.places-desk__row')),
  line(
    'places, narrowed',
    inTurn(press('.places-narrow summary', '.places-filter'), select('.places-filter select', 'venue')),
  ),
  line('places, none', fill('.places-narrow input', 'zzzz')),
  line('places, on the map', inTurn(fill('.places-narrow input', ''), press(EDIT, '.map'))),
  line('a new place', inTurn(at('/desk'), at('/desk/places', '.places-desk__row'), press(BEGIN, 'form.desk-form'))),
  line('a new place, no name', press('form.desk-form .button--main', PROBLEM)),
  line('one place', entry('example-harbour-hall')),
  line('one place, all of it', unfold),
  line('one place, changed', inTurn(press(EDIT, 'form.desk-form'), unfold)),
  line('one place, by numbers', press('.places-many .places-desk__line .button >> nth=1', '.places-many input')),
  line('one place, on the map', press('.places-many .places-desk__line .button >> nth=0', '.map')),
  line('a hidden place', entry('example-elm-tree')),
  line('a hidden place, changed', press(EDIT, 'form.desk-form')),
  line('a group', inTurn(entry('example-friday-sisters'), unfold)),
  line('a group, changed', inTurn(press(EDIT, 'form.desk-form'), unfold)),
  line('a community', inTurn(entry('example-east-side'), unfold)),
  line('somebody who opens doors', inTurn(entry('example-idris'), unfold)),
  line('a network', inTurn(entry('example-door-to-door'), unfold)),
  line('profile', at('/desk/places/profile/example-harbour-hall', '.profile section')),
  line('coverage', at('/desk/places/coverage', '.data-table')),
  line('twice there', at('/desk/places/same', '.places-filter')),
  line('places in files', at('/desk/places/files', '.places-file')),
  line(
    'places in files, read',
    bring('.places-file input', textFile('places.csv', 'text/csv', PLACES_FILE), '.places-desk__row'),
  ),
  line(
    'places in files, not one',
    bring('.places-file input', textFile('places.json', 'application/json', '{'), '[role=alert]'),
  ),

  line('surveys', at('/desk/surveys', '.survey-card')),
  line('surveys, all of it', unfold),
  line('surveys, a new one', press('.survey-list__new .button--main', DIALOG)),
  line('surveys, a new one, nothing typed', press(MAIN, PROBLEM)),
  line('surveys, from a file', inTurn(leave, press('.survey-list__new .button:not(.button--main)', DIALOG))),
  line(
    'surveys, from a file, not one',
    bring(
      `${DIALOG} input[type=file]`,
      textFile('survey.json', 'application/json', '{"a": 1}'),
      `${DIALOG} .notice, ${DIALOG} .survey-findings`,
    ),
  ),
  line('survey in use', inTurn(leave, at('/desk/surveys/how-was-your-care/1', '.builder'))),
  line('survey in use, about', pane(1)),
  line('survey, its parts', inTurn(at('/desk/surveys/all-types/1', '.builder'), pane(0))),
  line('survey, another kind of question', press('.builder__list > .button', DIALOG)),
  line('survey, about', inTurn(leave, making('about'), pane(1))),
  line('survey, words', making('words')),
  line('survey, words, all of it', unfold),
  line('survey, is it ready', making('ready')),
  line('survey, is it ready, all of it', unfold),
  ...Object.keys(QUESTION_TYPES).map((type) =>
    line(
      `making of ${type}`,
      inTurn(making(`q.Q-${type}`), see('.question-editor__settings, .question-editor .desk-caution')),
    ),
  ),
  line(
    'survey, a picture',
    inTurn(making('q.Q-choose-one'), see('.question-editor__settings'), press('.picture-place', DIALOG)),
  ),
  line('survey, how it looks', inTurn(leave, pane(2), see('.glass'))),
  line('results', at('/desk/surveys/getting-to-see-a-doctor/results', '.results-whole')),
  line('results, none', at('/desk/surveys/all-types/results', '.empty-state')),

  line('sounds', at('/desk/sounds', '.sounds__texts')),
  line('sounds, one text', press('.button--main', '.sounds__record')),
  line('sounds, in Arabic', inTurn(select('.sounds__choose select', 'ar'), see('.sounds__texts'))),
  line(
    'sounds, signed',
    inTurn(select('.sounds__choose select', 'bfi'), see('.sounds__texts'), press('.button--main', '.sounds__record')),
  ),
  line('languages', at('/desk/languages', '.standing__bar')),
  line('languages, one by feature', press('.desk-details summary', '.desk-details[open] table')),
  line('quarantine', at('/desk/quarantine', '.desk-sheet')),
  line('quarantine, all of it', unfold),
  line('tablets', at('/desk/tablets', '.desk-sheet')),
  line('tablets, another name', press('.desk-sheets .button >> nth=0', DIALOG)),
  line('tablets, shut out', inTurn(leave, press('.desk-sheets .button >> nth=1', DIALOG))),
  line('tablets, a new one', inTurn(leave, press(BEGIN, `${DIALOG} .code-show`))),
  line('maps', inTurn(leave, at('/desk/maps', '.empty-state'))),
  line('maps, bring a file', press(BEGIN, DIALOG)),
  line(
    'maps, not a map',
    inTurn(
      bring('.map-file__input', textFile('a.pmtiles', 'application/octet-stream', 'no map'), DIALOG),
      press(MAIN, `${DIALOG} [role=alert], ${DIALOG} .notice`),
    ),
  ),
  line(
    'maps, which part',
    inTurn(bring('.map-file__input', LIECHTENSTEIN, DIALOG), press(MAIN, '.map-size'), see('.map')),
  ),
  line('maps, its file', inTurn(press('.desk-page__head .button'), see('.desk-sheet'))),
  line('maps, its file goes', press('.desk-sheet .button--quiet', DIALOG)),
  line('people', inTurn(leave, at('/desk/people', 'table'))),
  line('people, a new one', press(BEGIN, DIALOG)),
  line('people, one for the desk, nothing typed', inTurn(press(`${DIALOG} .choice >> nth=4`), press(MAIN, PROBLEM))),
  line('people, one of them', inTurn(leave, press('table .button', DIALOG), unfold)),
  line('organisation', inTurn(leave, at('/desk/organisation', '.desk-confirm'))),
  line('organisation, to be changed', openAll),
  line('withdraw', at('/desk/withdraw', 'form')),
  line('withdraw, no code', inTurn(press('.choice'), press(SUBMIT, PROBLEM))),
  line('withdraw, is that so', inTurn(fill('.field__box', '7KQ4M2TD'), press(SUBMIT, DIALOG))),
  line('withdraw, nothing found', press(`${DIALOG} .button--careful`, '.notice')),
  line('audit', at('/desk/audit', 'table')),

  line('no server', inTurn(signal(false), at('/desk/people', '.notice'))),
  line('signed out meanwhile', inTurn(signal(true), endSession, at('/desk/quarantine', DIALOG))),
  line('nobody has set it up', async (it) => {
    await it.page.goto(new URL('/desk', office.unused.url).href);
    await it.see('.desk-door');
  }),
  line('first run', async (it) => {
    await it.page.goto(office.unused.setupLink());
    await it.see('form');
  }),
  line('first run, nothing typed', press(SUBMIT, PROBLEM)),
  line(
    'first run, who',
    inTurn(fill('.field__box', office.names[0] ?? ''), press(SUBMIT, 'input[autocomplete=username]')),
  ),
  line('first run, who, nothing typed', press(SUBMIT, PROBLEM)),
  line(
    'first run, to be confirmed',
    inTurn(
      fill('input[autocomplete=name]', STAFF.displayName),
      fill('input[autocomplete=username]', STAFF.loginName),
      fill('input[autocomplete=new-password]', STAFF.password),
      press(SUBMIT, '.desk-confirm'),
      see('.desk-confirm'),
    ),
  ),
];

/** Everything the organisation may change, with its fields. */
async function openAll(it: Parameters<To>[0]): Promise<void> {
  for (const one of await it.page.locator('.desk-confirm__one .button:has(.icon):not(.button--main)').all())
    await one.click();
  await it.settle();
}
