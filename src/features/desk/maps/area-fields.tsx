import type { Bounds } from '../../../domain/desk-maps.ts';
import { useText } from '../../../i18n/use-text.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { degrees, EDGES, edgesOf, type Edges } from './area.ts';

/** The four edges of an area as numbers: the same as drawing it, for the keyboard and the screen reader. */
export function AreaFields(props: { edges: Edges; of: Bounds; onChange: (edges: Edges) => void }) {
  const t = useText('desk-maps');
  return (
    <fieldset class="map-edges">
      <legend class="desk-label">{t.el('area.edges')}</legend>
      <p class="desk-quiet">{t.el('area.has', { ...edgesOf(props.of) })}</p>
      <div class="map-edges__fields">
        {EDGES.map((edge) => {
          const typed = props.edges[edge];
          const wrong = typed.trim() !== '' && degrees(typed) === null;
          return (
            <TextField
              key={edge}
              label={t.el(`area.${edge}`)}
              value={typed}
              keyboard="text"
              maxLength={14}
              onChange={(value) => props.onChange({ ...props.edges, [edge]: value })}
              {...(wrong ? { problem: t.el('area.noNumber') } : {})}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
