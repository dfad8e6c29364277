import type { Acquaintances } from '../acquaintances';
import { Names } from '../scan/names';
import type { Fields, Target } from '../scan/scanner';
import { listOf } from './ids';

/**
 * Conversations of direct messages: who wrote to whom, and nothing else. What was written is passed over unread, and how often is
 * counted on this machine only.
 */
export class ConversationList {
  private sender = -1n;
  private recipient = -1n;

  constructor(private readonly owner: bigint, private readonly acquaintances: Acquaintances) {}

  target(): Target {
    const sender: Target = { scalar: (value) => { this.sender = value.id(); }, other: () => { this.sender = -1n; } };
    const recipient: Target = { scalar: (value) => { this.recipient = value.id(); }, other: () => { this.recipient = -1n; } };
    const fields: Fields = { names: new Names('senderId', 'recipientId'), field: (name) => [sender, recipient][name] ?? null };
    const create: Target = { object: () => fields };
    const message: Fields = {
      names: new Names('messageCreate'),
      field: (name) => (name === 0 ? create : null),
      end: () => this.endMessage(),
    };
    const element: Target = { object: () => message };
    const messages: Target = { array: () => ({ element: () => element }) };
    const conversation: Fields = { names: new Names('messages'), field: (name) => (name === 0 ? messages : null) };
    const wrapper: Target = { object: () => conversation };
    return listOf({ names: new Names('dmConversation'), field: (name) => (name === 0 ? wrapper : null) });
  }

  private endMessage(): void {
    if (this.sender === this.owner && this.recipient > 0n) this.acquaintances.wroteWith(this.recipient);
    else if (this.recipient === this.owner && this.sender > 0n) this.acquaintances.wroteWith(this.sender);
    this.sender = -1n;
    this.recipient = -1n;
  }
}
