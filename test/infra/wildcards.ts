import * as z from "zod";
import type { World } from "./protection.ts";

const listed = z.union([z.string(), z.array(z.unknown()), z.looseObject({})]).transform((one) => [one].flat());
const Statement = z.looseObject({
  Effect: z.enum(["Allow", "Deny"]),
  Action: listed.default([]),
  NotAction: z.unknown().optional(),
  Resource: listed.default([]),
  NotResource: z.unknown().optional(),
  Principal: z.unknown().optional(),
});

/** A statement of any policy: of a role, a queue, a bucket, a topic or a key. */
export interface Allowed extends Partial<z.output<typeof Statement>> {
  /** The policy's resource. */
  readonly id: string;
  readonly Effect: "Allow" | "Deny";
}

interface Reason {
  readonly why: string;
  readonly covers: (statement: Allowed, wildcard: string) => boolean;
}

const all = (statement: Allowed, pattern: RegExp) => (statement.Action ?? []).every((one) => pattern.test(String(one)));

/** The wildcards there are, and why. Another one fails the test until it has a row. */
const reasons: readonly Reason[] = [
  {
    why: "Objects get their names as they come: a bucket or a context's prefix in it is what can be granted.",
    covers: (statement, wildcard) => all(statement, /^s3:\w+Object(Version)?$/) && wildcard.endsWith('/*"]]}'),
  },
  {
    why: "GuardDuty asks for it: it makes its rule itself, under a name that begins so.",
    covers: (statement, wildcard) =>
      all(statement, /^events:/) && wildcard.includes("rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*"),
  },
  {
    why: "A key's own policy: `*` is the key, and the account's administrators say who may use it.",
    covers: ({ id, Principal }, wildcard) =>
      /Key[0-9A-F]{8}$/.test(id) && /:root"/.test(JSON.stringify(Principal)) && /^"(\*|kms:\*)"$/.test(wildcard),
  },
];

/** Every statement of every policy in the templates. */
export function statementsOf({ resources }: World): readonly Allowed[] {
  return resources.flatMap(({ id, Properties }) =>
    ["PolicyDocument", "KeyPolicy"].flatMap((property) => {
      const policy = z
        .object({ Statement: z.array(Statement) })
        .optional()
        .parse(Properties[property]);
      return (policy?.Statement ?? []).map((statement) => ({ ...statement, id }));
    }),
  );
}

function wildcardsOf({ Action = [], Resource = [], NotAction, NotResource }: Allowed): string[] {
  const named = [...Action, ...Resource].map((one) => JSON.stringify(one)).filter((one) => one.includes("*"));
  return [
    ...named,
    ...[NotAction, NotResource].flatMap((one) => (one === undefined ? [] : `all but ${JSON.stringify(one)}`)),
  ];
}

const isEverybody = (principal: unknown) =>
  principal === "*" || JSON.stringify(principal)?.includes('"AWS":"*"') === true;

/** What is allowed more widely than a reason covers, each in a sentence. */
export function wideOpen(statements: readonly Allowed[]): string[] {
  return statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap((statement) => [
      ...wildcardsOf(statement)
        .filter((wildcard) => !reasons.some(({ covers }) => covers(statement, wildcard)))
        .map((wildcard) => `${statement.id} allows ${wildcard} without a reason.`),
      ...(isEverybody(statement.Principal) ? [`${statement.id} lets anybody in.`] : []),
    ]);
}

/** Reasons that no statement needs any more. */
export function unusedReasons(statements: readonly Allowed[]): string[] {
  const allowed = statements.filter(({ Effect }) => Effect === "Allow");
  return reasons
    .filter(({ covers }) => !allowed.some((one) => wildcardsOf(one).some((wildcard) => covers(one, wildcard))))
    .map(({ why }) => why);
}
