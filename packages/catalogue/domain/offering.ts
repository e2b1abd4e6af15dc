import * as z from "zod";
import { Instant } from "#kernel/clock";
import { AccessKey } from "#kernel/id";
import { AllotmentId, OfferingId, ProductId, TicketTypeId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { Money } from "#kernel/money";
import { VatAllocation } from "#kernel/vat";
import { offeringFaults } from "./offering-faults.ts";

const MAX_PLACES = 5000;

/** A price and a quota within the offering's capacity. */
export const TicketType = z.strictObject({
  ticketTypeId: TicketTypeId,
  name: StaffText,
  /** Øre, VAT included; 0 is free of charge. */
  price: Money.refine((price) => price >= 0 && price <= 10_000_000, "A price is from 0 to 10 000 000 øre."),
  vatAllocation: VatAllocation,
  /** Places at most of this type, allotted ones included; none means: as many as the offering has. */
  quota: z.int().min(0).max(MAX_PLACES).optional(),
  /**
   * `municipal-employees`: each participant's own work address, proved by a code by mail, one ticket an address.
   * `certified-trainers`: likewise, and of somebody with a valid certificate. `agreement-seats`: taken with a trainer seat
   * of an agreement. `own-workplace`: listed by the organisation that ordered the course.
   */
  who: z.enum(["everyone", "municipal-employees", "certified-trainers", "agreement-seats", "own-workplace"]),
});
export type TicketType = z.infer<typeof TicketType>;

/** Places set aside for a group, such as the cohort that co-hosts the festival. They are taken with its key. */
const Allotment = z.strictObject({
  allotmentId: AllotmentId,
  name: StaffText,
  ticketTypeId: TicketTypeId,
  places: z.int().min(0).max(MAX_PLACES),
  key: AccessKey,
});

/** Goods that come with each place: one product, or one of several to choose from. */
export const IncludedGoods = z.strictObject({ name: StaffText, oneOf: z.array(ProductId).min(1).max(20) });
export type IncludedGoods = z.infer<typeof IncludedGoods>;

/** What each participant is asked. `health` answers are GDPR article 9 data: consent, kept apart, deleted 14 days after. */
export const Question = z.strictObject({
  questionId: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  text: StaffText,
  kind: z.enum(["text", "choice", "health"]),
  choices: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
  required: z.boolean(),
});
export type Question = z.infer<typeof Question>;

export const PhysicalVenue = z.strictObject({
  kind: z.literal("place"),
  name: z.string().trim().min(1).max(200),
  address: z.string().trim().min(1).max(300),
});

const Venue = z.discriminatedUnion("kind", [
  PhysicalVenue,
  /** A link for those who have a confirmed place; never shown in public. */
  z.strictObject({ kind: z.literal("digital"), link: z.url({ protocol: /^https$/ }).max(500) }),
]);

const described = {
  kind: z.enum(["course", "festival", "network-meeting", "workplace-course", "cohort"]),
  title: StaffText,
  description: StaffText.optional(),
  /** In order of time, the first one first; with a venue of its own, when one is held elsewhere than the others. */
  sessions: z
    .array(z.strictObject({ startsAt: Instant, endsAt: Instant, venue: PhysicalVenue.optional() }))
    .min(1)
    .max(20),
  venue: Venue,
  capacity: z.int().min(1).max(MAX_PLACES),
  ticketTypes: z.array(TicketType).min(1).max(10),
  signUpOpensAt: Instant,
  signUpClosesAt: Instant,
  /** Until then a place may be without a name, or change it. */
  namingDeadline: Instant,
  /** Until then a buyer may cancel a place and have the money back. */
  cancellationDeadline: Instant,
  includedGoods: z.array(IncludedGoods).max(5),
  questions: z.array(Question).max(20),
  /** How long before it starts participants get a reminder. */
  reminderHours: z.int().min(1).max(720),
};

/** An offering as an administrator describes it; the keys of its allotments are the system's to make. */
export const OfferingDetails = z
  .strictObject({ ...described, allotments: z.array(Allotment.omit({ key: true })).max(10) })
  .superRefine((details, context) => {
    for (const { path, message } of offeringFaults(details)) context.addIssue({ code: "custom", path, message });
  });
export type OfferingDetails = z.infer<typeof OfferingDetails>;

/** Anything one can sign up for: one mechanism of capacity serves them all. */
export const Offering = z.object({
  ...described,
  offeringId: OfferingId,
  allotments: z.array(Allotment).max(10),
  status: z.enum(["draft", "published", "cancelled"]),
  /** Why it was cancelled, in words for those who had signed up. */
  cancellation: z.object({ reason: StaffText, cancelledAt: Instant }).optional(),
  version: z.int().min(1),
});
export type Offering = z.infer<typeof Offering>;

/** A course at a customer's workplace is theirs: it isn't on the list that everybody sees. */
export function isPublic({ kind, status }: Offering): boolean {
  return status === "published" && kind !== "workplace-course";
}
