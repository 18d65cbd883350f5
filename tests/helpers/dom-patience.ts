import { configure } from '@testing-library/preact';

/**
 * Before each file of tests with screens. A screen fetches its words and its parts the first time it is shown: on two busy
 * cores that takes longer than the second that is usually waited.
 */
configure({ asyncUtilTimeout: 15_000 });
