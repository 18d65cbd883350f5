import { answeredBy } from '../helpers/survey-journey/journeys.ts';

/** By one switch: a ring moves by itself, and any key takes what it is round. */
answeredBy('switch');
