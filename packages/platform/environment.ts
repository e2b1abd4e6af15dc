import * as z from "zod";

/**
 * A function's own environment, parsed once when it starts.
 *
 * @throws when a variable is missing or wrong, naming each: the function then fails before it has taken any work
 */
export function environment<Shape extends z.ZodRawShape>(shape: Shape, variables: NodeJS.ProcessEnv) {
  const parsed = z.object(shape).safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Error(`The environment is not right:\n${z.prettifyError(parsed.error)}`);
}
