import type { VNode } from 'preact';
import { writtenIn } from '../domain/signed.ts';
import type { LanguageFace } from './language-face.ts';

/** The name of a language as its people write it: its letters and its direction are its own, whatever stands round it. */
export function LanguageName({ face }: { face: LanguageFace }): VNode {
  return (
    <bdi lang={writtenIn(face.tag)} dir={face.dir}>
      {face.name}
    </bdi>
  );
}
