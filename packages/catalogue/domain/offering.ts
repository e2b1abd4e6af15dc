import * as z from "zod";
import { Instant } from "#kernel/clock";
import { AccessKey } from "#kernel/id";
import { AllotmentId, OfferingId, ProductId, TicketTypeId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { Money } from "#kernel/money";
import { VatAllocation } from "#kernel/vat";

/** A price and a quota within the offering's capacity. */
export const TicketType = z.strictObject({
  ticketTypeId: TicketTypeId,
  name: StaffText,
  /** Øre, VAT included; 0 is free of charge. */
  price: Money.refine((price) => price >= 0),
  vatAllocation: VatAllocation,
  /** Places at most of this type; none means: as many as the offering has. */
  quota: z.int().min(0).max(5000).optional(),
  /** `municipal-employees`: each participant's own work address, proved by a code by mail, one ticket an address. */
  who: z.enum(["everyone", "municipal-employees", "certified-trainers"]),
});
export type TicketType = z.infer<typeof TicketType>;

/** Places set aside for a group, such as the cohort that co-hosts the festival. They are taken with its key. */
export const Allotment = z.strictObject({
  allotmentId: AllotmentId,
  name: StaffText,
  ticketTypeId: TicketTypeId,
  places: z.int().min(1).max(5000),
  key: AccessKey,
});
export type Allotment = z.infer<typeof Allotment>;

/** Goods that come with each place: one product, or one of several to choose from. */
export const IncludedGoods = z.strictObject({ name: StaffText, oneOf: z.array(ProductId).min(1).max(20) });
export type IncludedGoods = z.infer<typeof IncludedGoods>;

/** What each participant is asked. `health` answers are GDPR article 9 data: consent, kept apart, deleted 14 days after. */
export const Question = z.strictObject({
  questionId: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  text: StaffText,
  kind: z.enum(["text", "choice", "health"]),
  choices: z.array(z.string().min(1).max(100)).max(20).optional(),
  required: z.boolean(),
});
export type Question = z.infer<typeof Question>;

export const Venue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("place"), name: z.string().min(1).max(200), address: z.string().min(1).max(300) }),
  /** A link for those who have a confirmed place; never shown in public. */
  z.strictObject({ kind: z.literal("digital"), link: z.url({ protocol: /^https$/ }).max(500) }),
]);
export type Venue = z.infer<typeof Venue>;

/** Anything one can sign up for: one mechanism of capacity serves them all. */
export const Offering = z.object({
  offeringId: OfferingId,
  kind: z.enum(["course", "festival", "network-meeting", "workplace-course", "cohort"]),
  title: StaffText,
  description: StaffText.optional(),
  sessions: z
    .array(z.strictObject({ startsAt: Instant, endsAt: Instant }))
    .min(1)
    .max(20),
  venue: Venue,
  capacity: z.int().min(1).max(5000),
  ticketTypes: z.array(TicketType).min(1).max(10),
  allotments: z.array(Allotment).max(10),
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
  status: z.enum(["draft", "published", "cancelled"]),
  version: z.int().min(1),
});
export type Offering = z.infer<typeof Offering>;
