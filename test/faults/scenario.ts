import type { Walk } from "#local/demo/walk";
import type { Client } from "./client.ts";

/** One time through a scenario, with people and ids of its own. */
export interface Attempt {
  /** What is done while something breaks. */
  readonly act: () => Promise<void>;
  /** What must be seen when all has come to rest; throws where it isn't. Lets pass what would come due in other attempts. */
  readonly afterwards: () => Promise<void>;
}

/** Makes ready what one attempt needs, while nothing breaks. */
export type Begin = (client: Client) => Promise<Attempt>;

/** Makes once what all attempts share in a running product; so many will begin at most. */
export type Scenario = (walk: Walk, attempts: number) => Promise<Begin>;
