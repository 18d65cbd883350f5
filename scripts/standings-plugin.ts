import type { Plugin } from 'vite';
import { readNotes } from './translations/files.ts';
import { standings } from './translations/states.ts';

const NAME = 'virtual:standings';

/**
 * How far each language has come, as it was when this app was built: the desk shows it beside the words it was built
 * with. The same figures as `npm run locales`. What staff alone read is left out: the desk speaks English.
 */
export function textStandings(): Plugin {
  return {
    name: 'said-and-done:standings',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const notes = readNotes();
      const rows = standings().flatMap((row) => {
        const { who, where } = notes(row.namespace);
        return who === 'staff' ? [] : [{ ...row, who, where }];
      });
      return `export const STANDINGS = ${JSON.stringify(rows)};`;
    },
  };
}
