import { answeredBy } from '../helpers/survey-journey/journeys.ts';

/** By fingers on the glass. */
answeredBy('touch');
