import type { Context } from "./context.ts";

/** Every context there is in AWS. Adding one: infra/README.md. */
export const contexts: readonly Context[] = [];
