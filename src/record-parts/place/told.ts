import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { Observation } from '../../domain/directory.ts';

/** What was told of an entry before, by this tablet or another; null while it is read, and when it is not here. */
export function useTold(of: { readonly entryId: string; readonly observationId: string } | null): Observation | null {
  const { reference } = useServices();
  const [told, setTold] = useState<Observation | null>(null);
  const entryId = of?.entryId ?? null;
  const observationId = of?.observationId ?? null;
  useEffect(() => {
    setTold(null);
    if (entryId === null) return undefined;
    let left = false;
    const read = async (): Promise<void> => {
      // What cannot be read is not shown; the note can be written all the same.
      const rows = await Promise.all([reference.own(), reference.observations([entryId])]).catch(() => null);
      if (left || rows === null) return;
      const [own, down] = rows;
      const all = [...own.flatMap(({ observation }) => observation ?? []), ...down];
      setTold(all.find((one) => one.entryId === entryId && one.observationId === observationId) ?? null);
    };
    void read();
    const stop = reference.subscribe(() => void read());
    return () => {
      left = true;
      stop();
    };
  }, [reference, entryId, observationId]);
  return told;
}
