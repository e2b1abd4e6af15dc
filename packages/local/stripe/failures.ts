/** Requests that shall fail: the next `times` (default 1) that fit. */
export type FailureOrder = {
  /** `/v1/refunds`; a segment `*` fits any: `/v1/checkout/sessions/*` + `/expire`. */
  path: string;
  method?: "GET" | "POST" | undefined;
  times?: number | undefined;
  /**
   * `before`: refuse and do nothing. `after`: do it, and lose the answer. `hang`: keep the request under way until
   * `release()` or its client gives up, then do it.
   */
  how: "before" | "after" | "hang";
  /** The status that is answered instead; without one the connection is cut. */
  status?: number | undefined;
  /** A body instead of Stripe's error, such as a proxy's `{ "message": "…" }`. */
  body?: unknown;
};

/** How one request fails. */
export type BrokenRequest = Pick<FailureOrder, "how" | "status" | "body"> & {
  /** Stripe says that the same request must not be tried again, and its SDK doesn't. */
  isFinal?: boolean;
  /** Done before the answer is lost. */
  first?: () => Promise<void>;
};

export type FailureOrders = ReturnType<typeof keepFailureOrders>;

/** The orders given and not yet used up. */
export function keepFailureOrders() {
  let orders: (FailureOrder & { left: number })[] = [];
  let hanging: (() => void)[] = [];
  return {
    order(failure: FailureOrder): void {
      orders.push({ ...failure, left: failure.times ?? 1 });
    },
    /** Uses up one of the first order that fits. */
    take(method: string, path: string): FailureOrder | undefined {
      const found = orders.find((order) => (order.method ?? method) === method && fits(order.path, path));
      if (found === undefined) return undefined;
      found.left -= 1;
      orders = orders.filter(({ left }) => left > 0);
      return found;
    },
    /** Resolves on `release()`, or when `gaveUp` does. */
    async hang(gaveUp: Promise<unknown>): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      hanging.push(resolve);
      await Promise.race([promise, gaveUp]);
    },
    release(): void {
      for (const resolve of hanging) resolve();
      hanging = [];
    },
    reset(): void {
      orders = [];
      this.release();
    },
  };
}

function fits(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split("/"), path.split("/")];
  return wanted.length === found.length && wanted.every((segment, at) => segment === "*" || segment === found[at]);
}
