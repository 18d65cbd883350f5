import { chooseOne, chooseSome, ownWords, starter, yesSomeNo } from './build.ts';

/** For a traveller site; as well for anywhere people are turned away. Words: `survey-getting-to-see-a-doctor.json`. */
export const gettingToSeeADoctor = starter('getting-to-see-a-doctor', [
  ownWords('D1', 'talk-step', { nothing: 'later' }),
  chooseOne(
    'D2',
    { today: 'today', week: 'this-week', later: 'later' },
    { quick: true, need: { today: 'today', week: 'week' } },
  ),
  chooseOne('D3', { yes: 'yes', no: 'no', refused: 'desk-closed' }, { picture: 'doctor-house-pin' }),
  chooseOne(
    'D4',
    { soon: 'saw-soon', wait: 'waited-long', none: 'closed-door', ae: 'went-hospital', didnt: 'turned-back' },
    { quick: true },
  ),
  chooseSome(
    'D5',
    {
      phone: 'barrier-phone',
      forms: 'barrier-forms',
      papers: 'barrier-papers',
      staff: 'barrier-staff',
      online: 'barrier-online',
      far: 'barrier-far',
      moving: 'barrier-moving',
      time: 'barrier-time',
      nothing: 'barrier-none',
    },
    { most: 3, alone: ['nothing'], mixed: true },
  ),
  yesSomeNo('D6', 'respect-yes', 'respect-half', 'respect-no'),
  chooseOne('D7', [
    ['chemist', 'chemist'],
    ['ae', 'hospital-ae'],
    ['111', 'phone-111'],
    ['family', 'family'],
    ['none', 'empty-chair'],
  ]),
  chooseSome(
    'D8',
    {
      forms: 'help-forms',
      nurse: 'help-nurse-caravan',
      speak: 'help-speak-up',
      walkin: 'help-walk-in',
      voice: 'help-voice-reminder',
      same: 'help-same-doctor',
      train: 'help-train-staff',
    },
    { most: 3, mixed: true, quick: true },
  ),
  chooseSome(
    'D9',
    {
      water: 'hazard-water',
      toilet: 'hazard-toilet',
      rubbish: 'hazard-rubbish',
      damp: 'hazard-damp',
      road: 'hazard-road',
      power: 'hazard-power',
      safe: 'hazard-safety',
      none: 'hazard-none',
    },
    { most: null, alone: ['none'], mixed: true },
  ),
  chooseOne('D10', {
    visit: 'tell-visit',
    voice: 'tell-voice',
    call: 'tell-call',
    person: 'tell-person',
    picture: 'tell-picture-letter',
    no: 'tell-no',
  }),
]);
