import { answeredBy } from '../helpers/survey-journey/journeys.ts';

/** By two switches: one moves the ring, the other takes what it is round. Nothing happens by itself. */
answeredBy('two-switches');
