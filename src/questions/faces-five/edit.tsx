import type { VNode } from 'preact';
import type { QuestionType } from '../definition.ts';
import { EditFixed } from '../parts/edit-fixed.tsx';
import type { EditProps } from '../views.ts';
import { facesFive, type FacesFiveSettings } from './schema.ts';

/** There is nothing to set: the words and pictures are the same everywhere. */
export function Edit({ settings }: EditProps<FacesFiveSettings>): VNode {
  return <EditFixed type={facesFive as unknown as QuestionType} settings={settings} />;
}
