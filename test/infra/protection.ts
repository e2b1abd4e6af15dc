import { isDeepStrictEqual } from "node:util";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import * as z from "zod";
import type { Stage } from "../../infra/stages.ts";
import { everyResource, type Resource } from "../support/infra/resources.ts";

/** Everything a stage has, as its templates say. */
export interface World {
  readonly stage: Stage;
  readonly resources: readonly Resource[];
}

/** What must be true of every resource of a type. */
export interface Protection {
  /** Says of one resource of its type what must be true of all: "is encrypted with a key of our own". */
  readonly rule: string;
  readonly type: string;
  /** Resources of the type that the rule isn't about, with the reason. */
  readonly but?: { readonly reason: string; readonly is: (resource: Resource, world: World) => boolean };
  readonly holds: (resource: Resource, world: World) => boolean;
  /** The same world careless in this one point: the rule must find each of them. */
  readonly careless: (resource: Resource, world: World) => readonly World[];
}

/** The stage's templates as a world. */
export function worldOf(assembly: CloudAssembly, stage: Stage): World {
  return { stage, resources: everyResource(assembly) };
}

/** The resources a rule is about. */
export function concerned({ type, but }: Protection, world: World): readonly Resource[] {
  return world.resources.filter((resource) => resource.Type === type && !but?.is(resource, world));
}

/** Where the rules do not hold, each in a sentence. */
export function unprotected(rules: readonly Protection[], world: World): string[] {
  return rules.flatMap((rule) =>
    concerned(rule, world)
      .filter((resource) => !rule.holds(resource, world))
      .map(({ id }) => sentence(rule, id)),
  );
}

export function sentence({ type, rule }: Pick<Protection, "type" | "rule">, id: string): string {
  return `${id} (${type}) must be one that ${rule}.`;
}

/** A rule by what the properties must hold, whatever else they hold. Careless is who leaves any one of them out. */
export function having(
  type: string,
  rule: string,
  pattern: Readonly<Record<string, unknown>>,
  but?: Protection["but"],
): Protection {
  return {
    type,
    rule,
    ...(but && { but }),
    holds: ({ Properties }) => includes(Properties, pattern),
    careless: (resource, world) =>
      leavesOf(pattern).map((path) =>
        replaced(world, { ...resource, Properties: withoutLeaf(resource.Properties, path) }),
      ),
  };
}

/** The world with one resource in another form. */
export function replaced(world: World, changed: Resource): World {
  return { ...world, resources: world.resources.map((each) => (each.id === changed.id ? changed : each)) };
}

/** The world with one resource's properties changed. */
export function changed(world: World, resource: Resource, properties: Readonly<Record<string, unknown>>): World {
  return replaced(world, { ...resource, Properties: { ...resource.Properties, ...properties } });
}

/** The world without the resources that are so. */
export function without(world: World, is: (resource: Resource) => boolean): World {
  return { ...world, resources: world.resources.filter((each) => !is(each)) };
}

/** True when all of the pattern is in the value; lists have the same length. */
export function includes(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((each, index) => includes(value[index], each))
    );
  }
  if (!isRecord(pattern)) return isDeepStrictEqual(value, pattern);
  return isRecord(value) && Object.entries(pattern).every(([name, each]) => includes(value[name], each));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

type Path = readonly (string | number)[];

function leavesOf(pattern: unknown): Path[] {
  if (!isRecord(pattern)) return [[]];
  return Object.entries(pattern).flatMap(([name, each]) => leavesOf(each).map((rest) => [name, ...rest]));
}

function withoutLeaf(value: unknown, [first, ...rest]: Path): Record<string, unknown> {
  const copy = z.record(z.string(), z.unknown()).parse(structuredClone(value));
  let at: Record<string, unknown> = copy;
  for (const name of [first, ...rest].slice(0, -1)) {
    const next = at[String(name)];
    if (!isRecord(next)) throw new Error(`There is no ${name} to take something from.`);
    at = next;
  }
  delete at[String([first, ...rest].at(-1))];
  return copy;
}
