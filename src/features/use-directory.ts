import { useLayoutEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.ts';
import { directoryInSteps, directoryOf, type Directory } from '../places/history.ts';
import type { ReferenceStore } from '../ports/reference-store.ts';
import { inTurns, painted } from './in-turns.ts';
import { localDay } from './local-day.ts';

/** The directory with the day it was read on: "not seen for 6 months" is another answer tomorrow. */
export interface DirectoryToday {
  readonly directory: Directory;
  readonly today: string;
  /** Whether all that was seen is in it: thousands of notes take a slow tablet a second. */
  readonly whole: boolean;
}

interface Reading {
  /** Names, and nothing that was seen. */
  names(): Promise<DirectoryToday>;
  readonly whole: Promise<DirectoryToday>;
  readonly today: string;
  ready: DirectoryToday | null;
}

/** Read once for all screens: thousands of notes are not read again for each page that is opened. */
const kept = new WeakMap<ReferenceStore, Reading>();
const watched = new WeakSet<ReferenceStore>();

/**
 * Places and groups as this tablet knows them, read again after every change. null until they are here. `from` says
 * whether the names alone are of use (`whole` is false then): to a list that can be searched, not to a page that warns.
 */
export function useDirectory(from: 'names' | 'whole' = 'whole'): DirectoryToday | null {
  const { reference, clock } = useServices();
  const today = localDay(clock.wallMs());
  const before = kept.get(reference)?.ready ?? null;
  const [now, show] = useState<DirectoryToday | null>(before?.today === today ? before : null);
  // Reading begins before the screen without rows is painted, and goes on beside it.
  useLayoutEffect(() => {
    let here = true;
    let any = false;
    let reading = false;
    let again = false;
    const look = async (): Promise<void> => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      again = false;
      const { names, whole } = read(reference, today, from);
      if (from === 'names' && !any)
        void names().then(
          (first) => here && show((shown) => shown ?? first),
          () => undefined,
        );
      // What cannot be read now is read at the next change; what is shown stays.
      const next = await whole.catch(() => null);
      reading = false;
      if (!here) return;
      if (next !== null) {
        any = true;
        show(next);
      }
      if (again) void look();
    };
    watch(reference);
    const stop = reference.subscribe(() => void look());
    void look();
    return () => {
      here = false;
      stop();
    };
  }, [reference, today, from]);
  return now;
}

/** What changed is forgotten before anybody who shows it is told: called first of all, so that it hears first. */
function watch(reference: ReferenceStore): void {
  if (watched.has(reference)) return;
  watched.add(reference);
  reference.subscribe(() => kept.delete(reference));
}

function read(reference: ReferenceStore, today: string, first: 'names' | 'whole'): Reading {
  const known = kept.get(reference);
  if (known?.today === today) return known;
  const rows = Promise.all([reference.entries(), reference.own(), reference.organisation()]);
  const names = async (): Promise<DirectoryToday> => {
    const [entries, own] = await rows;
    return { directory: directoryOf(entries, [], own, today), today, whole: false };
  };
  const whole = rows.then(async ([entries, own, organisation]) => {
    // Whoever waits for the names sees them before thousands of notes are read.
    if (first === 'names') await painted();
    const seen = await reference.observations();
    const directory = await inTurns(directoryInSteps(entries, seen, own, today, organisation?.loadLimit));
    return { directory, today, whole: true };
  });
  const reading: Reading = { names, whole, today, ready: null };
  kept.set(reference, reading);
  whole.then(
    (ready) => (reading.ready = ready),
    () => kept.get(reference) === reading && kept.delete(reference),
  );
  return reading;
}
