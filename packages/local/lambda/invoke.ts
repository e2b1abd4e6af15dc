/** How one invocation ended: with the handler's answer, or with what it threw (a timeout included). */
export type Outcome = { ok: true; answer: unknown } | { ok: false; error: string };

/** Invokes one function. Never rejects: a failing function is an outcome. */
export type Invoke = (event: unknown) => Promise<Outcome>;
