import type { Outbox, OutboxRow } from '../../ports/outbox.ts';
import type { Receipt } from '../../domain/protocol.ts';
import type { Draft } from '../../tablet/drafts.ts';

/** How a finished record stands, for its worker: by the server's last word, else by what the tablet knows. */
export type Standing = 'waiting' | 'stored' | 'applied' | 'quarantined' | 'withdrawn';

export interface FinishedRow {
  readonly row: OutboxRow;
  readonly standing: Standing;
  readonly photosToGo: number;
  readonly voicesToGo: number;
  /** Whether a quick note may still be continued as a conversation: sealed today, by this worker, not withdrawn. */
  readonly canGrow: boolean;
}

export interface Lists {
  readonly notFinished: readonly Draft[];
  readonly waiting: readonly FinishedRow[];
  readonly sent: readonly FinishedRow[];
  /** Waiting records of other workers on this tablet: a number, never a list. */
  readonly waitingOfOthers: number;
}

/** Rows this tablet shows at most: older ones are long with staff. */
export const MOST_ROWS = 2000;

/**
 * The one list: not finished, waiting, sent. Only this worker's own records stand in it; the newest first.
 * `today` is the calendar day on the tablet, `dayOf` gives the calendar day of a moment.
 */
export function listsOf(given: {
  drafts: readonly Draft[];
  rows: Awaited<ReturnType<Outbox['list']>>;
  receipts: readonly Receipt[];
  actorId: string;
  today: string;
  dayOf: (iso: string) => string;
}): Lists {
  const receipts = new Map(given.receipts.map((receipt) => [receipt.opId as string, receipt]));
  const own = given.rows.filter((row) => row.actorId === given.actorId);
  const finished = own
    .map((row): FinishedRow => {
      const receipt = receipts.get(row.opId);
      const standing = standingOf(row, receipt);
      const toGo = row.media.filter((media) =>
        standing === 'withdrawn'
          ? false
          : receipt === undefined || row.state === 'waiting'
            ? !row.mediaSent.includes(media.id)
            : receipt.mediaMissing.includes(media.id),
      );
      return {
        row,
        standing,
        photosToGo: toGo.filter((media) => media.role === 'photo').length,
        voicesToGo: toGo.filter((media) => media.role === 'voice').length,
        canGrow: row.kind === 'quick-note' && standing !== 'withdrawn' && given.dayOf(row.finishedAt) === given.today,
      };
    })
    .sort((a, b) => b.row.finishedAt.localeCompare(a.row.finishedAt) || b.row.seq - a.row.seq);
  return {
    notFinished: [...given.drafts].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    waiting: finished.filter((one) => one.standing === 'waiting'),
    sent: finished.filter((one) => one.standing !== 'waiting'),
    waitingOfOthers: given.rows.filter((row) => row.actorId !== given.actorId && row.state === 'waiting').length,
  };
}

function standingOf(row: OutboxRow, receipt: Receipt | undefined): Standing {
  // What has not left the tablet is waiting, whatever an older answer said; a withdrawal outranks everything.
  if (row.state === 'withdrawn' || receipt?.state === 'withdrawn') return 'withdrawn';
  if (row.state === 'waiting') return 'waiting';
  if (row.state === 'quarantined' || receipt?.state === 'quarantined') return 'quarantined';
  return receipt?.state === 'applied' || row.state === 'applied' ? 'applied' : 'stored';
}
