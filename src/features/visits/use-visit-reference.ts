import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import type { RosterEntry, Venue } from '../../domain/protocol.ts';

export interface VisitReference {
  readonly venues: readonly Venue[];
  readonly roster: readonly RosterEntry[];
  /** ISO 8601, or null when the server was never reached. */
  readonly lastServerTime: string | null;
}

/** Places and names that came down, names by their letters, and the server's last word on the time. */
export function useVisitReference(): VisitReference {
  const { reference, outbox } = useServices();
  const [all, show] = useState<VisitReference>({ venues: [], roster: [], lastServerTime: null });
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [venues, people, install] = await Promise.all([reference.venues(), reference.roster(), outbox.install()]);
      const roster = [...people].sort((a, b) => a.displayName.localeCompare(b.displayName));
      show({ venues, roster, lastServerTime: install.standing?.serverTime ?? null });
    };
    // Without it a place can still be typed and the date corrected by hand.
    void look().catch(() => undefined);
  }, [reference, outbox]);
  return all;
}
