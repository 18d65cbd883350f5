import { answeredBy } from '../helpers/survey-journey/journeys.ts';

/** By the keyboard alone. */
answeredBy('keyboard');
