import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import { directoryOf, type Directory } from '../places/history.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { localDay } from './local-day.ts';

/** The directory with the day it was read on: "not seen for 6 months" is another answer tomorrow. */
export interface DirectoryToday {
  readonly directory: Directory;
  readonly today: string;
}

/** Read once for all screens: thousands of notes are not read again for each page that is opened. */
const kept = new WeakMap<ReferenceStore, { read: Promise<DirectoryToday>; ready: DirectoryToday | null }>();
const watched = new WeakSet<ReferenceStore>();

/** Places and groups as this tablet knows them, read again after every change. null until they are here. */
export function useDirectory(): DirectoryToday | null {
  const { reference, clock } = useServices();
  const today = localDay(clock.wallMs());
  const before = kept.get(reference)?.ready ?? null;
  const [now, show] = useState<DirectoryToday | null>(before?.today === today ? before : null);
  useEffect(() => {
    let here = true;
    let reading = false;
    let again = false;
    const look = async (): Promise<void> => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      again = false;
      // What cannot be read now is read at the next change; what is shown stays.
      const next = await readDirectory(reference, today).catch(() => null);
      reading = false;
      if (!here) return;
      if (next !== null) show(next);
      if (again) void look();
    };
    watch(reference);
    const stop = reference.subscribe(() => void look());
    void look();
    return () => {
      here = false;
      stop();
    };
  }, [reference, today]);
  return now;
}

/** What changed is forgotten before anybody who shows it is told: called first of all, so that it hears first. */
function watch(reference: ReferenceStore): void {
  if (watched.has(reference)) return;
  watched.add(reference);
  reference.subscribe(() => kept.delete(reference));
}

function readDirectory(reference: ReferenceStore, today: string): Promise<DirectoryToday> {
  const known = kept.get(reference);
  if (known !== undefined && (known.ready === null || known.ready.today === today)) return known.read;
  const read = Promise.all([
    reference.entries(),
    reference.observations(),
    reference.own(),
    reference.organisation(),
  ]).then(([entries, observations, own, organisation]) => ({
    directory: directoryOf(entries, observations, own, today, organisation?.loadLimit),
    today,
  }));
  const held = { read, ready: null as DirectoryToday | null };
  kept.set(reference, held);
  read.then(
    (ready) => (held.ready = ready),
    () => kept.get(reference) === held && kept.delete(reference),
  );
  return read;
}
