import { isDeepStrictEqual } from "node:util";

/** What says nothing of which payloads are valid. */
const REMARKS = new Set(["title", "description", "examples", "$schema"]);

/**
 * Why a published event's schema may not change so, each reason with its place; none when it may. Messages of before are still
 * in queues, in dead-letter queues and in the outbox, and consumers of before still run while a deployment goes on. So
 * nothing but a new, optional field is the same version: whatever else is a new one.
 */
export function incompatibilities(before: unknown, after: unknown, path = ""): string[] {
  const at = path === "" ? "the event" : path;
  if (!isRecord(before) || !isRecord(after)) return isDeepStrictEqual(before, after) ? [] : [`${at} is another`];
  const found: string[] = [];
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)].filter((keyword) => !REMARKS.has(keyword)));
  for (const keyword of keywords) {
    const [old, now] = [before[keyword], after[keyword]];
    if (keyword === "properties" && isRecord(old) && isRecord(now)) {
      for (const [name, schema] of Object.entries(old)) {
        const place = path === "" ? name : `${path}.${name}`;
        found.push(...(name in now ? incompatibilities(schema, now[name], place) : [`${place} is gone`]));
      }
    } else if (keyword === "items") {
      found.push(...incompatibilities(old, now, `${path}[]`));
    } else if (keyword === "required") {
      found.push(...required(old, now, at));
    } else if (!isDeepStrictEqual(old, now)) {
      found.push(`${at} has another ${keyword}`);
    }
  }
  return found;
}

function required(before: unknown, after: unknown, at: string): string[] {
  const [old, now] = [new Set(listOf(before)), new Set(listOf(after))];
  return [
    ...[...now].filter((name) => !old.has(name)).map((name) => `${at} must have ${name} now`),
    ...[...old].filter((name) => !now.has(name)).map((name) => `${at} need not have ${name} any more`),
  ];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
