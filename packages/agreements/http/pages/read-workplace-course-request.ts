import * as z from "zod";
import { EmailAddress, TextLine } from "#kernel/contact";
import type { DomainError } from "#kernel/domain-error";
import type { Locale } from "#kernel/locale";
import { InvoicedOrganisation } from "#kernel/organisation";
import { type FormFields, type FormRead, formReader } from "#platform/http/form-reader";
import { WorkplaceCourseRequest } from "../../domain/workplace-course.ts";
import { REQUEST_TEXT } from "./workplace-course-text.ts";

/** `22.3.2027` as people write it, or `2027-03-22`. */
const TypedDay = z
  .string()
  .trim()
  .transform((text) => {
    const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
    return year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  })
  .pipe(WorkplaceCourseRequest.shape.wishedOn);

/** Digits in groups are one number. */
const TypedNumber = z
  .string()
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(InvoicedOrganisation.shape.organisationNumber);

const TypedCount = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(WorkplaceCourseRequest.shape.participants);

const { postalCode } = InvoicedOrganisation.shape.address.shape;

/** What the form asks for, or what is wrong with it, field by field. */
export function readWorkplaceCourseRequest(fields: FormFields, locale: Locale): FormRead<WorkplaceCourseRequest> {
  const { wrong } = REQUEST_TEXT[locale];
  const form = formReader(fields);
  const line = (field: keyof typeof wrong) => form.must(field, TextLine, wrong[field]);
  // In the order of the page, which the list of mistakes follows.
  const course = {
    what: line("what"),
    venue: { name: line("venue"), address: line("venue-address") },
    wishedOn: form.must("wished-on", TypedDay, wrong["wished-on"]),
    participants: form.must("participants", TypedCount, wrong.participants),
    contact: { name: line("name"), email: form.must("email", z.string().trim().pipe(EmailAddress), wrong.email) },
  };
  const name = line("organisation");
  const organisation = {
    name,
    organisationNumber: form.must("organisation-number", TypedNumber, wrong["organisation-number"]),
    invoiceReference: { kind: "buyer-reference", value: line("reference") },
    address: {
      name,
      street: line("street"),
      postalCode: form.must("postal-code", postalCode, wrong["postal-code"]),
      city: line("city"),
    },
  };
  const read = WorkplaceCourseRequest.safeParse({ ...course, organisation });
  return read.success && form.errors.length === 0 ? { value: read.data } : { errors: form.errors };
}

/** The field that a refusal is about. */
export function requestFieldOf({ code }: DomainError): string | undefined {
  return code === "date-is-past" ? "wished-on" : undefined;
}
