type Page = { limit: number; starting_after?: string | undefined };

/** One page of a list in Stripe's shape; `items` in the order they are listed in. */
export function listOf(url: string, { limit, starting_after }: Page, items: readonly { id: string }[]): object {
  const start = starting_after === undefined ? 0 : items.findIndex(({ id }) => id === starting_after) + 1;
  return { object: "list", data: items.slice(start, start + limit), has_more: start + limit < items.length, url };
}
