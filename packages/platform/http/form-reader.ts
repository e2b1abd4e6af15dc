import * as z from "zod";
import type { FormError } from "#platform/html/fields";

const Typed = z.string().max(100_000);

/** What a form sent, as it was typed; a field that was sent several times is a list. */
export const FormFields = z.record(z.string().max(100), z.union([Typed, z.array(Typed).max(100)]));
export type FormFields = z.infer<typeof FormFields>;

/** A form that was read: what it says, or what is wrong with it. */
export type FormRead<Value> = { readonly value: Value } | { readonly errors: readonly FormError[] };

/** The text of one field as it was typed; nothing when it wasn't sent. */
export function typed(fields: FormFields, name: string): string {
  const sent = fields[name];
  return typeof sent === "string" ? sent : (sent?.[0] ?? "");
}

/** Reads fields one by one, and collects in the reader's own words what is wrong with them. */
export function formReader(fields: FormFields) {
  const errors: FormError[] = [];
  return {
    errors,
    /** The field's value; `undefined` when it is not as it must be, and `message` is among the errors. */
    must<Schema extends z.ZodType>(field: string, schema: Schema, message: string): z.output<Schema> | undefined {
      const parsed = schema.safeParse(typed(fields, field));
      if (!parsed.success) errors.push({ field, message });
      return parsed.data;
    },
    /** As `must`, for a field that may be left empty. */
    may<Schema extends z.ZodType>(field: string, schema: Schema, message: string): z.output<Schema> | undefined {
      return typed(fields, field).trim() === "" ? undefined : this.must(field, schema, message);
    },
    /** Whether a checkbox is ticked. */
    ticked: (field: string): boolean => typed(fields, field) !== "",
  };
}
