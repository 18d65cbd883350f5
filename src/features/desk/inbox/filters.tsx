import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ref } from 'preact';
import type { Person } from '../../../domain/desk.ts';
import { LISTS, type ListName } from '../../../domain/lists/lists.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { KINDS } from '../../../kinds/registry.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Icon } from '../../../ui/icon/icon.tsx';
import { useDesk } from '../desk-context.ts';
import { kindName } from '../kind-name.ts';
import type { InboxFilter } from '../place.ts';

/** Records of one survey are asked for from its results. */
const SURVEY = 'survey:';
const FACET_LISTS = ['themes', 'services', 'needs', 'feelings'] as const satisfies readonly ListName[];
const STATES = ['new', 'read', 'needs-action', 'done'] as const;
/** Long enough that a word is typed, short enough that it feels at once. Milliseconds. */
const TYPING_PAUSE_MS = 300;

/** Search and filters. Every change gives a whole new filter; the lane is somebody else's. */
export function InboxFilters(props: {
  filter: InboxFilter;
  people: readonly Person[];
  searchRef: Ref<HTMLInputElement>;
  onChange: (filter: InboxFilter) => void;
}) {
  const t = useText('desk-inbox');
  const { filter, onChange } = props;
  const { me } = useDesk();
  const [shown, setShown] = useState(false);
  const on = [filter.state !== undefined && filter.state !== 'open', filter.kind, filter.owner, filter.facet].filter(
    (one) => one !== undefined && one !== false,
  ).length;
  const set = (change: { [Key in keyof InboxFilter]?: string | undefined }): void =>
    onChange(withoutGaps({ ...filter, ...change }));
  return (
    <div class="desk-filters">
      <div class="desk-filters__row">
        <SearchBox value={filter.q ?? ''} inputRef={props.searchRef} onSearch={(q) => set({ q })} />
        <button
          type="button"
          class="desk-filters__toggle"
          aria-expanded={shown}
          aria-controls="desk-filters"
          onClick={() => setShown(!shown)}
        >
          <Icon name="filter" />
          {on === 0 ? t.el('filters') : t.el('filtersOn', { count: on })}
        </button>
      </div>
      <div id="desk-filters" class="desk-filters__choices" hidden={!shown}>
        <Choice label={t('state')} value={filter.state ?? ''} onChange={(state) => set({ state })}>
          <option value="open">{t('states.open')}</option>
          <option value="">{t('states.any')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('kind')} value={filter.kind ?? ''} onChange={(kind) => set({ kind })}>
          <option value="">{t('anyKind')}</option>
          {Object.keys(KINDS)
            .filter((kind) => kind !== 'withdrawal')
            .map((kind) => (
              <option key={kind} value={kind}>
                {kindName(t, kind)}
              </option>
            ))}
        </Choice>
        <Choice label={t('owner')} value={filter.owner ?? ''} onChange={(owner) => set({ owner })}>
          <option value="">{t('anyOwner')}</option>
          <option value={me.actorId}>{t('ownerMe')}</option>
          <option value="none">{t('ownerNone')}</option>
          {props.people
            .filter((one) => one.actorId !== me.actorId && one.role !== 'champion' && one.role !== 'volunteer')
            .map((one) => (
              <option key={one.actorId} value={one.actorId}>
                {one.displayName}
              </option>
            ))}
        </Choice>
        <Choice label={t('facet')} value={filter.facet ?? ''} onChange={(facet) => set({ facet })}>
          <option value="">{t('anyFacet')}</option>
          {filter.facet?.startsWith(SURVEY) === true && (
            <option value={filter.facet}>{t('facetSurvey', { survey: filter.facet.slice(SURVEY.length) })}</option>
          )}
          {FACET_LISTS.map((list) => (
            <optgroup key={list} label={t(`facets.${list}`)}>
              {LISTS[list].map((code) => (
                <option key={code} value={`${list}:${code}`}>
                  {t(`lists:${list}.${code}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
        {on > 0 && (
          <Button look="quiet" onClick={() => set({ state: 'open', kind: '', owner: '', facet: '' })}>
            {t.el('clearFilters')}
          </Button>
        )}
      </div>
    </div>
  );
}

function SearchBox(props: { value: string; inputRef: Ref<HTMLInputElement>; onSearch: (q: string) => void }) {
  const t = useText('desk-inbox');
  const [typed, setTyped] = useState(props.value);
  const { value, onSearch } = props;
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const pause = setTimeout(() => search.current(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, value]);
  return (
    <search class="desk-search-place">
      <form
        class="desk-search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <Icon name="search" />
        <input
          ref={props.inputRef}
          type="search"
          class="desk-search__input"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          dir="auto"
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </form>
    </search>
  );
}

function Choice(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: preact.ComponentChildren;
}) {
  return (
    <label class="desk-choice">
      <span class="desk-label">{props.label}</span>
      <select class="desk-select" value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.children}
      </select>
    </label>
  );
}

function withoutGaps(filter: Record<string, string | undefined>): InboxFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));
}
