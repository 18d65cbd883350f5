import type { VNode } from 'preact';
import type { Consent } from '../../../domain/consent.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { SpokenLanguage } from '../../../kinds/spoken-language.tsx';
import { ChoiceList } from '../../../ui/choice-list/choice-list.tsx';
import { Fold } from '../../../ui/fold/fold.tsx';
import { Stack } from '../../../ui/screen/screen.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Toggle } from '../../../ui/toggle/toggle.tsx';

/** Who asked is known; how, in which language and with whose help is written down beside the answers. */
export function HowAsked(props: { consent: Consent; onChange: (consent: Consent) => void }): VNode {
  const t = useText('consent');
  const { consent, onChange } = props;
  return (
    <div class="capture__fold consent-asked">
      <Fold title={t.el('asked.title')}>
        <div class="capture__folded">
          <Stack>
            <ChoiceList<Consent['how']>
              label={t.el('asked.how')}
              layout="tiles"
              choices={[
                { value: 'spoken', label: t.el('asked.spoken') },
                { value: 'pictures', label: t.el('asked.pictures') },
                { value: 'written', label: t.el('asked.written') },
              ]}
              value={consent.how}
              onChange={(how) => onChange({ ...consent, how })}
            />
            <SpokenLanguage
              label={t.el('asked.language')}
              value={consent.language}
              onChange={(language) => onChange({ ...consent, language })}
            />
            <Toggle
              label={t.el('asked.interpreted')}
              yes={t.el('yes')}
              no={t.el('no')}
              value={consent.interpreted}
              onChange={(interpreted) => onChange({ ...consent, interpreted })}
            />
            <TextField
              label={t.el('asked.witness')}
              hint={t.el('asked.witnessHint')}
              value={consent.witness ?? ''}
              maxLength={80}
              onChange={(witness) => {
                const { witness: _before, ...rest } = consent;
                onChange(witness === '' ? rest : { ...rest, witness });
              }}
            />
          </Stack>
        </div>
      </Fold>
    </div>
  );
}
