import { useEffect, useRef } from 'preact/hooks';
import { QUESTION_TYPES, type QuestionTypeName } from '../../../questions/registry.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { TypeLook } from './type-look.tsx';

const GROUPS: readonly { readonly id: string; readonly types: readonly QuestionTypeName[] }[] = [
  { id: 'choose', types: ['yes-no', 'choose-one', 'choose-some', 'tap-picture', 'place'] },
  { id: 'feel', types: ['faces-three', 'faces-five', 'statements', 'journey'] },
  { id: 'much', types: ['amount', 'how-often', 'number'] },
  { id: 'matter', types: ['sort-piles', 'rank-three', 'tokens'] },
  { id: 'words', types: ['short-words', 'voice-answer', 'photo-of-thing', 'info-card'] },
];

/** Which kind of question: by what it looks like to the person who answers. */
export function AddQuestion({
  onChoose,
  onClose,
}: {
  onChoose: (type: QuestionTypeName) => void;
  onClose: () => void;
}) {
  const t = useText('desk-surveys');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const known = new Set(Object.keys(QUESTION_TYPES));
  return (
    <dialog
      class="survey-sheet"
      ref={dialog}
      aria-labelledby="add-question-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="survey-sheet__head">
        <h2 id="add-question-title">{t.el('add.title')}</h2>
        <IconButton icon="cross" label={t('add.close')} onClick={onClose} />
      </header>
      <div class="survey-sheet__body">
        {GROUPS.map((group) => (
          <section key={group.id} class="type-group">
            <h3 class="type-group__name">{t.el(`add.groups.${group.id}`)}</h3>
            <ul class="type-group__types">
              {group.types
                .filter((type) => known.has(type))
                .map((type) => (
                  <li key={type}>
                    <button type="button" class="type-card" onClick={() => onChoose(type)}>
                      <TypeLook type={type} />
                      <span class="type-card__name">{t.el(`types.${type}.name`)}</span>
                      <span class="type-card__what">{t.el(`types.${type}.what`)}</span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </dialog>
  );
}
