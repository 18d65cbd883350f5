/** Made by `scripts/standings-plugin.ts` when the app is built. */
declare module 'virtual:standings' {
  /** One namespace of one language and layer. Counts are of texts; plurals count as one. */
  export const STANDINGS: readonly {
    readonly language: string;
    readonly layer: 'standard' | 'easy';
    readonly namespace: string;
    /** Who reads it, and where it stands: English words from `locales/notes.json`. */
    readonly who: 'person' | 'worker';
    readonly where: string;
    readonly texts: number;
    readonly missing: number;
    readonly stale: number;
    readonly states: Readonly<Record<'draft' | 'translated' | 'checked' | 'tested', number>>;
  }[];
}
