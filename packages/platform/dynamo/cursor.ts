import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";

type Key = Record<string, AttributeValue>;

const StartKey = z.record(z.string(), z.string());

/** Where a read came to, as text that a URL takes. */
export function cursorAt(lastKey: Key): string {
  return Buffer.from(JSON.stringify(unmarshall(lastKey))).toString("base64url");
}

/** Where to read on; undefined for a text that is no cursor. */
export function keyAt(cursor: string): Key | undefined {
  try {
    return marshall(StartKey.parse(JSON.parse(Buffer.from(cursor, "base64url").toString())));
  } catch {
    return undefined;
  }
}
