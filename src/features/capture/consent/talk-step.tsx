import type { VNode } from 'preact';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Picture } from '../../../ui/pictures/picture.tsx';
import { Stack } from '../../../ui/screen/screen.tsx';
import { ListenAndSign } from '../../../sound/listen-and-sign.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';
import { useRecordHold } from '../../../record-parts/record-hold.ts';
import { useKeeper } from '../../../record-parts/keeping/use-keeper.ts';
import { useConsentWords } from '../../../record-parts/consent/consent-question.tsx';
import { CONSENT_PICTURES } from '../../../record-parts/consent/consent-pictures.ts';
import { NotForField } from '../../../record-parts/consent/not-for-field.tsx';

const OPENING = ['layers.talk.question', 'layers.talk.ask'];

/** Before the first question: may I listen? A no is counted, and nothing else is kept. */
export function TalkStep(props: {
  onStop: () => void;
  /** Where the opening words stand: they are the heading of the screen, or here, above its first question. */
  opening: 'heading' | 'here';
}): VNode {
  const t = useText('consent');
  const { keeper, answer } = useRecordHold();
  const draft = useKeeper(keeper);
  const given = draft.consent?.answers.talk;
  const say = useConsentWords(OPENING);
  return (
    <Stack>
      <NotForField />
      <div class={`consent-question${props.opening === 'here' ? ' consent-question--opening' : ''}`}>
        <div class="consent-question__picture">
          <Picture art={CONSENT_PICTURES.talk} alt={t('layers.talk.picture')} />
        </div>
        <Toggle
          label={
            props.opening === 'here' ? (
              <>
                {t.el('layers.talk.question')} {t.el('layers.talk.ask')}
              </>
            ) : (
              t.el('layers.talk.ask')
            )
          }
          beside={<ListenAndSign say={say} what={t('layers.talk.question')} whole={OPENING.length} />}
          yes={t.el('yes')}
          no={t.el('no')}
          value={given === undefined ? null : given === 'yes'}
          onChange={(yes) => answer('talk', yes ? 'yes' : 'no')}
        />
      </div>
      {given === 'no' && (
        <Notice
          title={t.el('talkNo.title')}
          speak="polite"
          actions={
            <Button
              look="main"
              onClick={() => {
                answer('use', 'no');
                props.onStop();
              }}
            >
              {t.el('talkNo.count')}
            </Button>
          }
        >
          {t.el('talkNo.text')}
        </Notice>
      )}
    </Stack>
  );
}
