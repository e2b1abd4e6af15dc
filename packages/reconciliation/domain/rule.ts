import * as z from "zod";

/** What a reconciliation compares: each is told, counted and alarmed of by itself. */
export const RULES = [
  /** Every row is what its schema says. */
  "rows",
  /** Places, quotas, allotments and their counters (rule 1). */
  "capacity",
  /** Who waits is counted, and stands in line. */
  "waiting-list",
  /** Each place stands as its order does (rule 3: a paid order is never lost). */
  "places",
  /** Every order's total equals its lines (rule 3). */
  "totals",
  /** Captured minus refunded is what the order says is paid, and what it owes (rule 3). */
  "money",
  /** Stock is neither lost nor created (rule 4). */
  "stock",
  /** Trainer seats, their counters and their ledger (rule 2). */
  "trainer-seats",
  /** Who has a place in a cohort takes part in it; its groups and its marked days. */
  "participations",
  /** What is told of a portfolio or an essay is what was handed in. */
  "hand-ins",
  /** A certificate stands on its grounds (rule 5). */
  "certificates",
  /** Who holds which valid certificate, and how many trainers have (rule 5). */
  "holders",
  /** A status list says of each certificate whether it is valid (rule 5). */
  "status-lists",
  /** Every fact that owes a mail has it, and none lies unsent (rule 6). */
  "mails",
  /** Who asks about their data gets an answer, and what has been kept long enough goes (rule 8). */
  "personal-data",
] as const;
export const Rule = z.enum(RULES);
export type Rule = z.infer<typeof Rule>;
