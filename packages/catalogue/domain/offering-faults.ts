/** What the rules below look at; the offering's details have all of it. */
interface Described {
  readonly kind: string;
  readonly sessions: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly capacity: number;
  readonly ticketTypes: readonly {
    readonly ticketTypeId: string;
    readonly quota?: number | undefined;
    readonly who: string;
    readonly price: number;
  }[];
  readonly allotments: readonly {
    readonly allotmentId: string;
    readonly ticketTypeId: string;
    readonly places: number;
  }[];
  readonly signUpOpensAt: string;
  readonly signUpClosesAt: string;
  readonly namingDeadline: string;
  readonly cancellationDeadline: string;
  readonly questions: readonly {
    readonly questionId: string;
    readonly kind: string;
    readonly choices?: readonly string[] | undefined;
    readonly required: boolean;
  }[];
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What of an offering contradicts itself: each with the field to mend. None: it may be kept. */
export function offeringFaults(details: Described): Fault[] {
  return [...timeFaults(details), ...placeFaults(details), ...ticketTypeFaults(details), ...questionFaults(details)];
}

function timeFaults(details: Described): Fault[] {
  const { sessions } = details;
  const faults: Fault[] = [];
  for (const [index, { startsAt, endsAt }] of sessions.entries()) {
    if (endsAt <= startsAt)
      faults.push({ path: ["sessions", index, "endsAt"], message: "A session ends after it starts." });
    const before = sessions[index - 1];
    if (before && startsAt < before.endsAt) {
      faults.push({ path: ["sessions", index, "startsAt"], message: "Sessions follow each other in time." });
    }
  }
  if (details.signUpClosesAt <= details.signUpOpensAt) {
    faults.push({ path: ["signUpClosesAt"], message: "Sign-up closes after it opens." });
  }
  const start = sessions[0]?.startsAt ?? "";
  for (const field of ["signUpClosesAt", "namingDeadline", "cancellationDeadline"] as const) {
    if (details[field] > start)
      faults.push({ path: [field], message: "It is no later than the first session's start." });
  }
  return faults;
}

function placeFaults({ allotments, ticketTypes, capacity }: Described): Fault[] {
  const faults: Fault[] = [];
  const allotted = (of: Described["allotments"]) => of.reduce((total, { places }) => total + places, 0);
  if (allotted(allotments) > capacity) {
    faults.push({ path: ["allotments"], message: "The allotments have no more places than the offering." });
  }
  for (const [index, { ticketTypeId, quota }] of ticketTypes.entries()) {
    const ofType = allotments.filter((allotment) => allotment.ticketTypeId === ticketTypeId);
    if (quota !== undefined && quota > capacity) {
      faults.push({ path: ["ticketTypes", index, "quota"], message: "A quota is no larger than the capacity." });
    }
    if (allotted(ofType) > (quota ?? capacity)) {
      faults.push({ path: ["ticketTypes", index, "quota"], message: "A quota holds the type's allotments." });
    }
  }
  for (const [index, { ticketTypeId }] of allotments.entries()) {
    if (!ticketTypes.some((type) => type.ticketTypeId === ticketTypeId)) {
      faults.push({
        path: ["allotments", index, "ticketTypeId"],
        message: "An allotment is of one of the ticket types.",
      });
    }
  }
  return [...faults, ...repeated(allotments, "allotments", "allotmentId")];
}

/** Ticket types that one kind of offering has, and no other. */
const ONLY_IN: Readonly<Record<string, string>> = { "agreement-seats": "cohort", "own-workplace": "workplace-course" };

function ticketTypeFaults({ kind, ticketTypes }: Described): Fault[] {
  const priced = ticketTypes.flatMap(({ who, price }, index) =>
    who === "municipal-employees" && price !== 0
      ? [{ path: ["ticketTypes", index, "price"], message: "The municipality's own employees pay nothing." }]
      : [],
  );
  const misplaced = ticketTypes.flatMap(({ who }, index) =>
    (ONLY_IN[who] ?? kind) === kind
      ? []
      : [{ path: ["ticketTypes", index, "who"], message: `Only a ${ONLY_IN[who]} has tickets for ${who}.` }],
  );
  return [...priced, ...misplaced, ...repeated(ticketTypes, "ticketTypes", "ticketTypeId")];
}

function questionFaults({ questions }: Described): Fault[] {
  const faults = questions.flatMap(({ kind, choices, required }, index): Fault[] => [
    ...((kind === "choice") !== (choices !== undefined && choices.length > 0)
      ? [{ path: ["questions", index, "choices"], message: "A question of choice has choices, and no other has." }]
      : []),
    // Consent that is a condition isn't freely given (GDPR art. 7 (4)).
    ...(kind === "health" && required
      ? [{ path: ["questions", index, "required"], message: "Nobody must answer a question about health." }]
      : []),
  ]);
  return [...faults, ...repeated(questions, "questions", "questionId")];
}

function repeated<Id extends string>(rows: readonly Readonly<Record<Id, string>>[], list: string, id: Id): Fault[] {
  return rows.flatMap((row, index) =>
    rows.findIndex((other) => other[id] === row[id]) < index
      ? [{ path: [list, index, id], message: "Each has an id of its own." }]
      : [],
  );
}
