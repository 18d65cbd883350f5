import { chooseOne, facesFive, ownWords, starter } from './build.ts';

/**
 * Built round the Friends and Family Test: F2 and its answers keep their wording. Answers taken outside a service are no
 * official return unless the provider agreed. Words: `survey-how-was-your-care.json`.
 */
export const howWasYourCare = starter(
  'how-was-your-care',
  [
    chooseOne(
      'F1',
      {
        gp: 'doctor',
        dent: 'dentist',
        chem: 'chemist',
        ae: 'hospital-ae',
        hosp: 'hospital',
        mat: 'baby-care',
        mh: 'mental-health',
        comm: 'nurse-home',
        amb: 'ambulance',
        other: 'service-other',
      },
      { quick: true },
    ),
    facesFive('F2', { quick: true }),
    ownWords('F3', 'speech-question', {}, { quick: true }),
    chooseOne('F4', { yes: 'listen-yes', bit: 'listen-half', no: 'listen-turned' }),
    chooseOne('F5', { yes: 'understood-bulb', bit: 'understood-dim', no: 'understood-tangled' }),
    chooseOne('F6', {
      yes: 'help-communicate',
      no: 'help-communicate-no',
      notasked: 'asked-at-desk',
      noneed: 'calm-alone',
    }),
    chooseOne('F7', { yes: 'kind-cup', bit: 'kind-half', no: 'kind-turned' }),
    chooseOne('F8', { ok: 'clock-short', long: 'clock-long', vlong: 'clocks-many', nowait: 'no-wait' }),
    ownWords('F9', 'change-arrow-up'),
    ownWords('F10', 'thank-flower'),
  ],
  'fft',
);
