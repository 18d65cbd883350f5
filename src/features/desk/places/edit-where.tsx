import { useState } from 'preact/hooks';
import { snap, type MappedGrade } from '../../../domain/place-grid.ts';
import { NOWHERE, type Where } from '../../../domain/place.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { lazyRoom } from '../surveys/lazy-room.tsx';

const PickOnMap = lazyRoom(async () => (await import('./pick-on-map.tsx')).PickOnMap, ['map']);

/** Where it is: on the map, or by numbers as an equal way. Either way it is made coarse before anything keeps it. */
export function EditWhere(props: { grade: MappedGrade; value: Where; onChange: (where: Where) => void }) {
  const t = useText('desk-places');
  const { grade, value, onChange } = props;
  const [way, setWay] = useState<'map' | 'numbers' | null>(null);
  const [numbers, setNumbers] = useState('');
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    const [lat, lng] = numbers.split(/[\s,;]+/).map((one) => Number(one));
    try {
      if (lat === undefined || lng === undefined) throw new RangeError('two numbers are needed');
      const [east, north] = snap(grade, lng, lat);
      onChange({ as: 'point', grade, points: [[east, north]] });
      // What was typed is finer than what may be kept.
      setNumbers('');
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <fieldset class="places-many">
      <legend class="desk-label">{t.el('where.title')}</legend>
      <p>{t.el(`where.now.${value.as}`)}</p>
      <p class="desk-quiet">{t.el(`where.coarse.${grade}`)}</p>
      <div class="places-desk__line">
        <Button icon="place" onClick={() => setWay(way === 'map' ? null : 'map')}>
          {t.el('where.onMap')}
        </Button>
        <Button icon="edit" onClick={() => setWay(way === 'numbers' ? null : 'numbers')}>
          {t.el('where.byNumbers')}
        </Button>
        {value.as !== 'nowhere' && (
          <Button icon="trash" look="quiet" onClick={() => onChange(NOWHERE)}>
            {t.el('where.forget')}
          </Button>
        )}
      </div>
      {way === 'map' && <PickOnMap grade={grade} value={value} onChange={onChange} />}
      {way === 'numbers' && (
        <div class="places-desk__line">
          <TextField
            label={t.el('where.numbers')}
            hint={t.el('where.numbersHint')}
            value={numbers}
            maxLength={60}
            onChange={setNumbers}
            {...(wrong ? { problem: t.el('where.wrong') } : {})}
          />
          <Button onClick={take}>{t.el('where.take')}</Button>
        </div>
      )}
    </fieldset>
  );
}
