import type { VNode } from 'preact';
import { Tile } from '../tile.tsx';
import { useChoosing } from '../use-choosing.ts';
import { useStand } from '../stand.ts';
import { ownWords } from '../words.ts';

/** Yes and no, the same size and the same weight, nothing chosen beforehand. A second touch on the chosen one goes on. */
export function YesNoTiles(props: {
  value: 'yes' | 'no' | null;
  labelledBy: string;
  onChange: (value: 'yes' | 'no') => void;
  onNext: () => void;
  /** Hands "Next" the one that is pointed at. */
  pointing?: { current: (() => void) | null } | undefined;
}): VNode {
  const stand = useStand();
  const choosing = useChoosing<'yes' | 'no'>(props.onChange);
  const { pointed } = choosing;
  if (props.pointing !== undefined) {
    props.pointing.current = pointed === null || pointed === props.value ? null : () => props.onChange(pointed);
  }
  return (
    <fieldset class="tiles tiles--two" aria-labelledby={props.labelledBy}>
      {(['yes', 'no'] as const).map((code) => {
        const text = ownWords(stand, `consent.${code}`);
        return (
          <Tile
            key={code}
            text={text}
            picture={code}
            chosen={props.value === code}
            pointed={pointed === code && props.value !== code}
            onTouch={() => (props.value === code ? props.onNext() : choosing.touch(code, text))}
          />
        );
      })}
    </fieldset>
  );
}
