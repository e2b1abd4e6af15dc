import * as z from "zod";
import { Instant } from "#kernel/clock";
import { TextLine } from "#kernel/contact";
import { defineId } from "#kernel/id";
import { OfferingId, PlaceId } from "#kernel/ids";
import { StaffText } from "#kernel/locale";
import { ConsentText } from "./consent.ts";

export const StudyId = defineId("sty").brand<"StudyId">();
export type StudyId = z.infer<typeof StudyId>;

/** Nothing is shown for fewer answers than this, unless a study says less, with a reason. */
export const USUAL_LIMIT = 5;

const FormVersion = z.int().min(1);

/**
 * `closing`: no consent can be withdrawn any more, and the researchers' file is being made (seconds). `closed`: whose
 * answers were whose can't be told by anybody any more.
 */
const StudyStatus = z.enum(["open", "closing", "closed"]);

/** One cohort's survey: which forms, what is consented to, and from how many answers a result is shown. */
export const Study = z.object({
  studyId: StudyId,
  cohortId: OfferingId,
  title: StaffText,
  /** Versions. Without `extra` the extra form is never asked. */
  forms: z.object({ A: FormVersion, C: FormVersion, extra: FormVersion.optional() }),
  /** The first `dayId` of each gathering that the extra form is asked at too: as a rule the first, the middle and the last. */
  extraAt: z.array(z.string()),
  consent: ConsentText,
  limit: z.int().min(2).max(USUAL_LIMIT),
  /** Why the limit is lower than usual; present only then. */
  limitReason: TextLine.optional(),
  status: StudyStatus,
  /** Once closed: all that the answers' table had of it is deleted. */
  emptied: z.literal(true).optional(),
  openedAt: Instant,
  /** When it closes by itself; an administrator may close it before, once its waves are published. */
  closesAt: Instant,
  version: z.int().min(1),
});
export type Study = z.infer<typeof Study>;

/**
 * One form round at a gathering. `planned`: its form isn't open yet, and its times follow the cohort's calendar. `open`: it
 * can be answered. `closed`: it can't, and its result isn't out yet (seconds). `published`: its result stands, for good.
 */
const WaveStatus = z.enum(["planned", "open", "closed", "published"]);

export const Wave = z.object({
  studyId: StudyId,
  /** From 1, and its own for good. In order of time unless the calendar was changed: order by `opensAt`. */
  number: z.int().min(1).max(99),
  /** The gathering, known by its days: `dayId`s in order. */
  dayIds: z.array(z.string()).min(1),
  /** The gathering's title. */
  title: StaffText,
  /** Whether the extra form is asked too. */
  extra: z.boolean(),
  /** When its link is mailed, who hasn't answered is reminded, and its form closes. */
  opensAt: Instant,
  remindsAt: Instant,
  closesAt: Instant,
  status: WaveStatus,
  /** Which round of mails is under way, or comes next; `done` once those who hadn't answered are reminded. */
  round: z.enum(["invitation", "reminder", "done"]),
  /** Everybody up to this place has been looked at in the round; whether anything was mailed to them isn't kept. */
  after: PlaceId.optional(),
  version: z.int().min(1),
});
export type Wave = z.infer<typeof Wave>;
