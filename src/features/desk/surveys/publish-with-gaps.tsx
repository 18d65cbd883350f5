import type { SurveyFinding } from '../../../domain/desk-surveys.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';

/** What people will meet when a survey goes out as it is: texts in another language, cards without a picture, silence. */
export interface Gaps {
  readonly texts: number;
  readonly pictures: number;
  readonly sounds: number;
}

export function gapsOf(findings: readonly SurveyFinding[]): Gaps {
  const all = (reason: string): readonly SurveyFinding[] => findings.filter((one) => one.reason === reason);
  return {
    texts: all('missing-text').length,
    pictures: all('missing-picture').length,
    sounds: all('missing-sounds').reduce((sum, { about }) => sum + Number(about['missing'] ?? 0), 0),
  };
}

/** Publishing with gaps is a decision: asked once, in numbers, with the way back to them. */
export function PublishWithGaps(props: { gaps: Gaps; open: boolean; onLook: () => void; onPublish: () => void }) {
  const t = useText('desk-surveys');
  const { gaps } = props;
  return (
    <Dialog
      open={props.open}
      onClose={props.onLook}
      title={t.el('gaps.title')}
      actions={
        <>
          <Button onClick={props.onLook}>{t.el('gaps.look')}</Button>
          <Button look="main" icon="check" onClick={props.onPublish}>
            {t.el('gaps.publish')}
          </Button>
        </>
      }
    >
      <ul class="survey-gaps__list">
        {(['texts', 'pictures', 'sounds'] as const)
          .filter((kind) => gaps[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t.el(`gaps.${kind}`, { count: gaps[kind] })}</li>
          ))}
      </ul>
    </Dialog>
  );
}
