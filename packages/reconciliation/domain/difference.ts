import * as z from "zod";
import { Rule } from "./rule.ts";

/** Something that is not as it must be. Keys, ids and numbers only: nothing personal. */
export const Difference = z.object({
  rule: Rule,
  /** Keys of the rows it is about, `pk / sk`; the first ones, when there are many. */
  rows: z.array(z.string()),
  /** A sentence: what was found, and what was expected. */
  says: z.string(),
  /** What mends it, or how to find out. */
  mend: z.string(),
});
export type Difference = z.infer<typeof Difference>;
