/** Types of `set-up.mjs`, which runs on any Node and so is plain JavaScript. */
export const root: string;
export function findBrowser(): string | null;
