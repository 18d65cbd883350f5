import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftMedia } from '../../tablet/draft-media.ts';
import type { DraftMediaItem } from '../../tablet/drafts.ts';

/**
 * Object URLs of whole photos and recordings, by id, for looking and listening while the draft is open. Each is
 * revoked when its item goes and when the screen does. What cannot be read has no URL and stays in the draft.
 */
export function useMediaUrls(items: readonly DraftMediaItem[], media: DraftMedia): ReadonlyMap<string, string> {
  const [urls, setUrls] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useRef(new Map<string, string | null>());
  const gone = useRef(false);

  useEffect(() => {
    const show = () => {
      setUrls(new Map([...known.current].filter((entry): entry is [string, string] => entry[1] !== null)));
    };
    const open = async (item: DraftMediaItem) => {
      // What cannot be read stays in the draft and has nothing to show.
      const bytes = await media.read(item).catch(() => null);
      if (bytes === null || gone.current || !known.current.has(item.id)) return;
      known.current.set(item.id, URL.createObjectURL(new Blob([bytes], { type: item.mime })));
      show();
    };
    const ids = new Set(items.map((item) => item.id));
    for (const [id, url] of known.current) {
      if (ids.has(id)) continue;
      if (url !== null) URL.revokeObjectURL(url);
      known.current.delete(id);
      show();
    }
    for (const item of items) {
      if (!item.whole || known.current.has(item.id)) continue;
      known.current.set(item.id, null);
      void open(item);
    }
  }, [items, media]);

  useEffect(
    () => () => {
      gone.current = true;
      for (const url of known.current.values()) if (url !== null) URL.revokeObjectURL(url);
      known.current.clear();
    },
    [],
  );
  return urls;
}
