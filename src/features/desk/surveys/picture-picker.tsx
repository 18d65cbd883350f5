import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { MAX_PICTURE_BYTES } from '../../../domain/desk-surveys.ts';
import type { PictureRef, Survey } from '../../../domain/survey.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { IconButton } from '../../../ui/button/icon-button.tsx';
import { LiveRegion } from '../../../ui/hidden/live-region.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { SetPicture } from '../../../ui/pictures/set-picture.tsx';
import { PICTURE_CATEGORIES, type PictureCategory } from '../../../ui/pictures/set.ts';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { useDesk } from '../desk-context.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useAct } from '../use-asked.ts';
import { useBuilder } from './builder-context.ts';
import { changeSurvey } from './edits.ts';
import { findPictures } from './find-pictures.ts';
import { PictureDrawn } from '../picture-drawn.tsx';
import { Select } from '../select.tsx';

/** The picture set to choose from, by word or by category, and the team's own pictures beside it. */
export function PicturePicker(props: {
  value: PictureRef | null;
  label: string;
  onChoose: (next: PictureRef | null) => void;
  onClose: () => void;
}) {
  const t = useText('desk-surveys');
  const { doc } = useBuilder();
  const dialog = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [category, setCategory] = useState<PictureCategory | 'all'>('all');
  const found = useMemo(() => findPictures(words, category === 'all' ? null : category), [words, category]);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    search.current?.focus();
  }, []);
  const { pictures } = doc.survey;
  return (
    <dialog
      class="survey-sheet"
      ref={dialog}
      aria-label={t('picture.choose', { what: props.label })}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header class="survey-sheet__head">
        <h2>{t.el('picture.title')}</h2>
        <IconButton icon="cross" label={t('picture.close')} onClick={props.onClose} />
      </header>
      <div class="survey-sheet__body">
        <div class="picture-search">
          <TextField label={t.el('picture.search')} type="search" value={words} onChange={setWords} inputRef={search} />
          <Select
            label={t.el('picture.category')}
            value={category}
            onChange={setCategory}
            options={[
              { value: 'all' as const, label: t('picture.all') },
              ...PICTURE_CATEGORIES.map((one) => ({ value: one, label: t(`picture.categories.${one}`) })),
            ]}
          />
          {props.value !== null && (
            <Button icon="trash" look="quiet" onClick={() => props.onChoose(null)}>
              {t.el('picture.none')}
            </Button>
          )}
        </div>
        <LiveRegion>{t('picture.found', { count: found.length })}</LiveRegion>
        {pictures.length > 0 && words === '' && category === 'all' && (
          <section class="picture-group">
            <h3>{t.el('picture.own')}</h3>
            <ul class="picture-grid">
              {pictures.map((one) => (
                <Tile
                  key={one.sha256}
                  picture={`own:${one.sha256}`}
                  name={one.alt}
                  chosen={props.value === `own:${one.sha256}`}
                  onChoose={props.onChoose}
                />
              ))}
            </ul>
          </section>
        )}
        <AddOwn onChoose={props.onChoose} />
        <section class="picture-group">
          <h3>{t.el('picture.set')}</h3>
          {found.length === 0 && <p>{t.el('picture.nothing')}</p>}
          <ul class="picture-grid">
            {found.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  class="picture-tile"
                  aria-pressed={props.value === `set:${name}`}
                  onClick={() => props.onChoose(`set:${name}`)}
                >
                  <SetPicture name={name} alt="" />
                  <span class="picture-tile__name">{t.el(`pictures:${name}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </dialog>
  );
}

function Tile(props: { picture: PictureRef; name: string; chosen: boolean; onChoose: (picture: PictureRef) => void }) {
  return (
    <li>
      <button
        type="button"
        class="picture-tile"
        aria-pressed={props.chosen}
        onClick={() => props.onChoose(props.picture)}
      >
        <PictureDrawn picture={props.picture} />
        <span class="picture-tile__name">
          <bdi>{props.name}</bdi>
        </span>
      </button>
    </li>
  );
}

/** A photo or drawing of the team's own. Words say what it shows; the server cleans a drawing before it is kept. */
function AddOwn({ onChoose }: { onChoose: (picture: PictureRef) => void }) {
  const t = useText('desk-surveys');
  const { client } = useDesk();
  const { edit } = useBuilder();
  const { busy, problem, act } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [tried, setTried] = useState(false);
  const tooLarge = file !== null && file.size > MAX_PICTURE_BYTES;

  function add(): void {
    setTried(true);
    if (file === null || tooLarge || alt.trim() === '') return;
    void act(async () => {
      const { sha256, mime, bytes } = await client.putAsset(file, { role: 'picture' });
      const picture: Survey['pictures'][number] = { sha256, mime, bytes, alt: alt.trim() };
      edit(
        (now) =>
          changeSurvey(now, { pictures: [...now.survey.pictures.filter((one) => one.sha256 !== sha256), picture] }),
        { what: 'picture', about: alt.trim() },
      );
      onChoose(`own:${sha256}`);
    });
  }

  return (
    <details class="desk-details">
      <summary>{t.el('picture.addOwn')}</summary>
      <div class="picture-own">
        <p class="desk-quiet">{t.el('picture.ownWhat')}</p>
        {problem !== null && <ProblemNotice problem={problem} />}
        <label class="survey-file">
          <Icon name="photo" />
          <span>{file === null ? t.el('picture.chooseFile') : <bdi>{file.name}</bdi>}</span>
          <input
            class="survey-file__input"
            type="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml,.svg"
            onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
          />
        </label>
        {tooLarge && <p class="field__problem">{t.el('picture.tooLarge', { kilobytes: MAX_PICTURE_BYTES / 1000 })}</p>}
        <TextField
          label={t.el('picture.alt')}
          hint={t.el('picture.altHint')}
          value={alt}
          onChange={setAlt}
          maxLength={200}
          {...(tried && alt.trim() === '' ? { problem: t.el('picture.altMissing') } : {})}
        />
        <Button icon="plus" busy={busy} disabled={file === null} onClick={add}>
          {t.el('picture.add')}
        </Button>
      </div>
    </details>
  );
}
