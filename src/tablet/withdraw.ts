/**
 * A withdrawal by receipt code, with or without a connection. What has not been sent is emptied here and now (its
 * number stays as a void); a sealed withdrawal is put first in the queue in every case, because the server may have
 * the record already.
 */
export type Withdraw = (request: {
  /** As typed; read with `readReceiptCode`. Empty when `entityId` is given. */
  code: string;
  /** Picked from "today, this tablet" with the person there, instead of a code. */
  entityId?: string;
  scope: 'words' | 'contact';
  actorId: string;
  displayName: string;
}) => Promise<{ foundHere: number; draftsRemoved: number }>;
