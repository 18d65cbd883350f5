import type { ComponentType, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadTexts } from '../i18n/catalogue.ts';
import { useText } from '../i18n/use-text.tsx';
import type { QuestionType } from '../questions/definition.ts';
import { findQuestionType, QUESTION_TYPES } from '../questions/registry.ts';
import { loadAnswer, loadEdit, type AnswerProps, type EditProps, type Specimen } from '../questions/views.ts';
import { AnswerSpecimen, EditSpecimen, HeadsSpecimen } from './question-specimen.tsx';
import { Switch } from './switch.tsx';

const files = import.meta.glob<Readonly<Record<string, Specimen<unknown, unknown>>>>('../questions/*/specimens.ts', {
  eager: true,
  import: 'specimens',
});

interface Shown {
  readonly type: QuestionType;
  readonly specimens: readonly (readonly [string, Specimen<unknown, unknown>])[];
  readonly Answer: ComponentType<AnswerProps<unknown, unknown>>;
  readonly Edit: ComponentType<EditProps<unknown>> | null;
}

/**
 * Each type of question: every specimen as people answer it, in both ways of touching, then in a group, then as staff
 * set it up. `?touch=say-first`, `?type=tokens` and `?answers=none` in the address.
 */
export function QuestionGallery(): VNode {
  const t = useText('gallery');
  const asked = new URLSearchParams(location.search);
  const [touch, setTouch] = useState<'say-first' | 'choose'>(
    asked.get('touch') === 'say-first' ? 'say-first' : 'choose',
  );
  const isEmpty = asked.get('answers') === 'none';
  const [types, setTypes] = useState<readonly Shown[]>([]);
  useEffect(() => {
    void loadAll(asked.get('type')).then(setTypes);
  }, []);
  return (
    <>
      <h2>{t.el('questions')}</h2>
      <div class="gallery__switches no-print">
        <Switch
          label={t.el('touch')}
          value={touch}
          options={[
            { value: 'choose', label: t('touchChooses') },
            { value: 'say-first', label: t('touchSaysFirst') },
          ]}
          onChange={setTouch}
        />
      </div>
      {types.map(({ type, specimens, Answer, Edit }) => (
        <section key={type.name} class="gallery__part" data-question={type.name} aria-labelledby={`type-${type.name}`}>
          <h3 id={`type-${type.name}`} class="gallery__name" lang="en" dir="ltr">
            {type.name}
          </h3>
          <div data-audience="participant" class="gallery__answers">
            {specimens.map(([name, specimen]) => (
              <AnswerSpecimen
                key={name}
                type={type}
                name={name}
                specimen={isEmpty ? { ...specimen, value: null } : specimen}
                Answer={Answer}
                touch={touch}
              />
            ))}
          </div>
          {type.countsHeads && specimens[0] !== undefined && <HeadsSpecimen type={type} specimen={specimens[0][1]} />}
          {Edit !== null && specimens[0] !== undefined && <EditSpecimen specimen={specimens[0][1]} Edit={Edit} />}
        </section>
      ))}
    </>
  );
}

async function loadAll(only: string | null): Promise<Shown[]> {
  const names = Object.keys(QUESTION_TYPES).filter((name) => only === null || only === name);
  await loadTexts(['question-common', ...names.map((name) => `question-${name}`)]);
  const found = await Promise.all(
    names.map(async (name): Promise<Shown | null> => {
      const [type, Answer, Edit] = [findQuestionType(name), await loadAnswer(name), await loadEdit(name)];
      const specimens = Object.entries(files[`../questions/${name}/specimens.ts`] ?? {});
      return type === null || Answer === null ? null : { type, specimens, Answer, Edit };
    }),
  );
  return found.filter((shown) => shown !== null);
}
