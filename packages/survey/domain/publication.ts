import * as z from "zod";
import { Instant } from "#kernel/clock";
import { StaffText } from "#kernel/locale";
import { FormKind, StatementId, Value } from "./form.ts";
import { StudyId } from "./study.ts";

/** Whose answers: those of form A, of form C, or everybody's (a statement that both forms have, or one of the extra form). */
export const Group = z.enum(["all", "A", "C"]);
export type Group = z.infer<typeof Group>;

/** Tenths: 73 is 7.3. Exact, rounded half up. */
const Tenths = z.int();

/** The mean of at least as many answers as the study's limit. */
export const Mean = z.object({ mean: Tenths.min(10).max(100), n: z.int().min(1) });
export type Mean = z.infer<typeof Mean>;

/** One statement's result in one wave. Nothing in `shown`: too few answered, and how few isn't said. */
export const Cell = z.object({ group: Group, statementId: StatementId, value: Value, shown: Mean.optional() });
export type Cell = z.infer<typeof Cell>;

/** One wave's result, made once when its form closed and never changed: two looks can't be subtracted. */
export const Publication = z.object({
  studyId: StudyId,
  number: z.int().min(1),
  title: StaffText,
  /** When the wave opened: its place in time. */
  opensAt: Instant,
  /** The cells of the forms that were asked. */
  cells: z.array(Cell),
});
export type Publication = z.infer<typeof Publication>;

/** A change from the first shown mean to the last, reckoned from the shown means. Only where two waves are shown. */
export const Change = z.object({
  /** Numbers of the waves. */
  from: z.int(),
  to: z.int(),
  /** Tenths of a per cent: -125 is -12.5 %. Rounded half away from zero. */
  percent: Tenths,
});
export type Change = z.infer<typeof Change>;

const InWave = z.object({ wave: z.int(), shown: Mean.optional() });

/** A statement's line through the study: one entry a wave that asked it, in order of time. */
export const StatementSeries = z.object({
  form: FormKind,
  group: Group,
  statementId: StatementId,
  value: Value,
  text: StaffText,
  waves: z.array(InWave),
  change: Change.optional(),
});
export type StatementSeries = z.infer<typeof StatementSeries>;

/** A value's line: in each wave the mean of its statements' shown means; absent where none is shown. It has no n of its own. */
export const ValueSeries = z.object({
  group: Group,
  value: Value,
  waves: z.array(z.object({ wave: z.int(), mean: Tenths.optional() })),
  change: Change.optional(),
});
export type ValueSeries = z.infer<typeof ValueSeries>;

/** All of a study's publications together: what the results' table, chart and CSV show. */
export const StudyResults = z.object({
  studyId: StudyId,
  title: StaffText,
  /** Fewer answers than this aren't shown. */
  limit: z.int(),
  limitReason: z.string().optional(),
  /** The published waves, in order of time. */
  waves: z.array(z.object({ number: z.int(), title: StaffText, opensAt: Instant })),
  /** In the forms' order; for each statement everybody first, then A, then C. */
  statements: z.array(StatementSeries),
  values: z.array(ValueSeries),
});
export type StudyResults = z.infer<typeof StudyResults>;

/** One statement, or one value, side by side in several studies. */
export const ComparedLine = z.object({
  group: Group,
  value: Value,
  /** Absent: the line is the value's. */
  statement: z.object({ statementId: StatementId, text: StaffText }).optional(),
  /** In the order the studies were asked for: the first and the last mean that are shown, in tenths; absent where none is. */
  studies: z.array(
    z.object({
      studyId: StudyId,
      first: Tenths.optional(),
      last: Tenths.optional(),
      change: Change.optional(),
    }),
  ),
});
export type ComparedLine = z.infer<typeof ComparedLine>;

export const Comparison = z.object({
  studies: z.array(z.object({ studyId: StudyId, title: StaffText, limit: z.int() })),
  lines: z.array(ComparedLine),
});
export type Comparison = z.infer<typeof Comparison>;
