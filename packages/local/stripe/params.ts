import * as z from "zod";
import { StripeFault } from "./fault.ts";
import { bracketed, decodeForm } from "./form.ts";

export const integer = z
  .string()
  .regex(/^-?\d+$/, "must be an integer")
  .transform(Number);

export const boolean = z.enum(["true", "false"]).transform((text) => text === "true");

/** At most 50 keys of 40 characters, values of 500 (https://docs.stripe.com/api/metadata). */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((pairs) => Object.keys(pairs).length <= 50, "may have at most 50 keys");

export const expand = z.array(z.string()).optional();

/** Paging of a list: newest first, `limit` 1 to 100, default 10, `starting_after` an id. */
export const paging = {
  limit: integer.pipe(z.number().min(1).max(100)).default(10),
  starting_after: z.string().optional(),
  expand,
};

/** Reads a form body or query by a schema; what the schema does not know is refused as Stripe refuses it. */
export function readParams<T>(schema: z.ZodType<T>, text: string): T {
  const read = schema.safeParse(decodeForm(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue === undefined) throw read.error;
  throw faultOf(issue);
}

function faultOf(issue: z.core.$ZodIssue): StripeFault {
  if (issue.code === "unrecognized_keys") {
    const param = bracketed([...issue.path, ...issue.keys.slice(0, 1)]);
    return new StripeFault(400, `Received unknown parameter: ${param}`, {
      code: "parameter_unknown",
      param,
      began: false,
    });
  }
  const param = bracketed(issue.path);
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return new StripeFault(400, `Missing required param: ${param}.`, {
      code: "parameter_missing",
      param,
      began: false,
    });
  return new StripeFault(400, `Invalid ${param}: ${issue.message}`, { param, began: false });
}
