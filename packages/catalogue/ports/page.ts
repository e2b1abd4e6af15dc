/** A page of a list: hand the cursor back to get the next; absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
