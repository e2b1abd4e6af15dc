import type { RandomBytes } from "#kernel/id";

export const systemRandom: RandomBytes = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));
