import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { DirectoryEntry } from '../../domain/directory.ts';
import type { PlaceGrade } from '../../domain/record.ts';
import { type Directory, directoryOf } from '../../places/history.ts';
import type { ReferenceStore } from '../../ports/reference-store.ts';

type Reference = Pick<ReferenceStore, 'entries' | 'own'>;

/** Merged entries stand as the one they turned out to be; what this tablet told itself is there at once. */
async function readDirectory(reference: Reference): Promise<Directory> {
  const [entries, own] = await Promise.all([reference.entries(), reference.own()]);
  // Nothing is asked here of when anything was seen, so no day matters.
  return directoryOf(entries, [], own, '');
}

/** The entry that a note would be about, or null: of no place, or of one that is not on this tablet. */
export async function entryAtHand(
  reference: Reference,
  id: string | undefined,
): Promise<{ entryId: string; name: string; grade: PlaceGrade } | null> {
  if (id === undefined) return null;
  const known = (await readDirectory(reference)).find(id);
  if (known === null) return null;
  const { entryId, name, grade } = known.entry;
  return { entryId, name, grade };
}

/** Every entry that can be chosen, by name; null while they are read. */
export function useEntries(): readonly DirectoryEntry[] | null {
  const { reference } = useServices();
  const [entries, setEntries] = useState<readonly DirectoryEntry[] | null>(null);
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      // What cannot be read cannot be chosen; everything else of the record goes on.
      const live = await readDirectory(reference).then(
        (directory) => directory.live.map(({ entry }) => entry),
        () => [],
      );
      if (!left) setEntries(live);
    };
    void read();
    const stop = reference.subscribe(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [reference]);
  return entries;
}
