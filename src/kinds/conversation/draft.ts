import type { Conversation } from './schema.ts';

/** A conversation that is going on: nobody has said yet whose words they are. */
export type ConversationDraft = Omit<Conversation, 'voice'> & Partial<Pick<Conversation, 'voice'>>;
