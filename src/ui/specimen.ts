import type { ComponentType } from 'preact';

/** A part with made-up content, for the gallery and the checks that run over it. `t` gives texts of `gallery.json`. */
export type Specimens = Readonly<Record<string, ComponentType<{ t: (key: string) => string }>>>;
