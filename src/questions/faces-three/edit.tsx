import type { VNode } from 'preact';
import type { QuestionType } from '../definition.ts';
import { EditFixed } from '../parts/edit-fixed.tsx';
import type { EditProps } from '../views.ts';
import { facesThree, type FacesThreeSettings } from './schema.ts';

/** There is nothing to set: the words and pictures are the same everywhere. */
export function Edit({ settings }: EditProps<FacesThreeSettings>): VNode {
  return <EditFixed type={facesThree as unknown as QuestionType} settings={settings} />;
}
