import { chooseOne, chooseSome, ownWords, sortPiles, starter, yesSomeNo } from './build.ts';

const MATTERS = {
  doctor: 'doctor',
  chemist: 'chemist',
  mind: 'mental-health',
  home: 'home',
  money: 'money',
  food: 'food',
  work: 'work',
  safety: 'safety',
  transport: 'transport',
  children: 'children',
  lonely: 'loneliness',
  air: 'air-green',
};

/** What is good in a place and what is missing; alone or as a group. Words: `survey-what-matters-here.json`. */
export const whatMattersHere = starter('what-matters-here', [
  ownWords('W1', 'talk-step', {
    people: 'neighbours',
    green: 'green-place',
    faith: 'faith-place',
    shops: 'shops',
    school: 'school',
    quiet: 'quiet',
    nothing: 'pile-no',
  }),
  sortPiles('W2', MATTERS),
  chooseSome('W3', MATTERS, {
    most: 3,
    mixed: true,
    quick: true,
    choicesFrom: { question: 'W2', under: ['lot'] },
  }),
  chooseSome(
    'W4',
    {
      home: 'home',
      faith: 'faith-place',
      cafe: 'cafe',
      school: 'school',
      centre: 'community-centre',
      online: 'online-phone',
      nowhere: 'nowhere',
    },
    { most: null, alone: ['nowhere'], mixed: true },
  ),
  chooseSome(
    'W5',
    {
      old: 'older-people',
      new: 'new-people',
      parents: 'parents',
      young: 'young-people',
      disabled: 'disabled-people',
      carers: 'carers',
      men: 'men-alone',
      ns: 'not-sure',
    },
    { most: 2, alone: ['ns'], mixed: true },
  ),
  yesSomeNo('W6', 'safe-day-yes', 'safe-day-some', 'safe-day-no'),
  yesSomeNo('W7', 'safe-night-yes', 'safe-night-some', 'safe-night-no'),
  chooseOne('W8', { easy: 'bus-road', hard: 'heavy-bag', no: 'barrier-stop' }),
  ownWords('W9', 'signpost', {}, { quick: true }),
  chooseOne('W10', { yes: 'hands-building', maybe: 'one-hand', no: 'closed-gate' }),
]);
