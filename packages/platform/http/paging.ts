import * as z from "zod";

/** A list's query: how many a page, and the cursor of the page before. */
export const paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1000).optional(),
});

/** A page of a list: hand the cursor back to get the next; absent on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), cursor: z.string().optional() });
}
