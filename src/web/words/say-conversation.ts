import { type ConversationWords, enConversation } from './en-conversation.ts';

/** The words of a conversation in the person's language, apart from the others: only who opens one needs them. */
export const told: ConversationWords = enConversation;
