/** What SQS keeps of a message. Times are epoch milliseconds. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly firstReceivedAt?: number;
  /** Times received, this time included. */
  readonly receiveCount: number;
}

export interface QueueSettings {
  name: string;
  visibilityTimeoutSeconds: number;
  delaySeconds: number;
  /** A message received `maxReceiveCount` times goes there on its next receive. */
  redrive?: { deadLetterQueue: Queue; maxReceiveCount: number };
}

interface Entry {
  message: QueueMessage;
  visibleAt: number;
}

/** Disturbs what a standard queue promises nothing about. Off unless a fault switch is on. */
export interface QueueDisorder {
  /** Copies of a message that arrive, at least 1. */
  copies(): number;
  /** The position to receive next, among `count` visible messages. */
  pick(count: number): number;
}

const inOrderOnce: QueueDisorder = { copies: () => 1, pick: () => 0 };

/**
 * A standard SQS queue. A received message is its receiver's until it is deleted or given back: the runtime refuses a
 * visibility timeout below its function's timeout, so a message never comes back while its handler still runs.
 */
export class Queue {
  readonly settings: QueueSettings;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #disorder: QueueDisorder;
  #waiting: Entry[] = [];
  readonly #received = new Map<string, { message: QueueMessage; receivedAt: number }>();
  #changed: () => void = () => {};

  constructor(settings: QueueSettings, now: () => number, newId: () => string, disorder: QueueDisorder = inOrderOnce) {
    this.settings = settings;
    this.#now = now;
    this.#newId = newId;
    this.#disorder = disorder;
  }

  /** Calls `changed` whenever a message may have become receivable, now or at a known time. */
  watch(changed: () => void): void {
    this.#changed = changed;
  }

  send(body: string): void {
    const now = this.#now();
    for (let copy = this.#disorder.copies(); copy > 0; copy -= 1) {
      const message = { id: this.#newId(), body, sentAt: now, receiveCount: 0 };
      this.#waiting.push({ message, visibleAt: now + this.settings.delaySeconds * 1000 });
    }
    this.#changed();
  }

  /** Up to `max` visible messages; one over its receive limit moves to the dead-letter queue instead. */
  receive(max: number): QueueMessage[] {
    const now = this.#now();
    const batch: QueueMessage[] = [];
    while (batch.length < max) {
      const visible = this.#waiting.filter((entry) => entry.visibleAt <= now);
      const next = visible[this.#disorder.pick(visible.length)];
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((entry) => entry !== next);
      const { redrive } = this.settings;
      if (redrive !== undefined && next.message.receiveCount >= redrive.maxReceiveCount) {
        redrive.deadLetterQueue.#moveIn(next.message);
        continue;
      }
      const message = { firstReceivedAt: now, ...next.message, receiveCount: next.message.receiveCount + 1 };
      this.#received.set(message.id, { message, receivedAt: now });
      batch.push(message);
    }
    return batch;
  }

  delete(id: string): void {
    this.#received.delete(id);
  }

  /** Its receiver failed: the message is visible again when its visibility timeout, counted from the receive, is over. */
  giveBack(id: string): void {
    const received = this.#received.get(id);
    if (received === undefined) return;
    this.#received.delete(id);
    const visibleAt = received.receivedAt + this.settings.visibilityTimeoutSeconds * 1000;
    this.#waiting.push({ message: received.message, visibleAt });
    this.#changed();
  }

  /** Its receiver shows it again after so many seconds, from now on; false when nobody has received it. */
  showAgain(id: string, seconds: number): boolean {
    const received = this.#received.get(id);
    if (received === undefined) return false;
    this.#received.delete(id);
    this.#waiting.push({ message: received.message, visibleAt: this.#now() + seconds * 1000 });
    this.#changed();
    return true;
  }

  /** Sends all visible messages on, as new ones. */
  moveTo(destination: Queue): void {
    const moved = this.#waiting.filter((entry) => entry.visibleAt <= this.#now());
    this.#waiting = this.#waiting.filter((entry) => !moved.includes(entry));
    for (const { message } of moved) destination.send(message.body);
  }

  /** When the next message is visible (epoch ms; in the past if one is now); undefined when none waits. */
  nextVisibleAt(): number | undefined {
    return this.#waiting.length === 0 ? undefined : Math.min(...this.#waiting.map((entry) => entry.visibleAt));
  }

  /** Everything in the queue, received or not, for inspection. */
  messages(): QueueMessage[] {
    return [...this.#waiting.map((entry) => entry.message), ...[...this.#received.values()].map((one) => one.message)];
  }

  purge(): void {
    this.#waiting = [];
    this.#received.clear();
  }

  #moveIn(message: QueueMessage): void {
    this.#waiting.push({ message: { ...message, receiveCount: 0 }, visibleAt: this.#now() });
    this.#changed();
  }
}
