import { readableUntil } from "#people/ports/personal-data";
import { erasureDone } from "../domain/templates/erasure-done.ts";
import { exportReady } from "../domain/templates/export-ready.ts";
import type { Writer } from "./writer.ts";

export const writeExportReady: Writer<"export-ready"> = async ({ requestId }, { readings, links, now }) => {
  const request = await readings.personalDataRequest(requestId);
  if (request?.kind !== "export" || request.email === undefined) return "nobody-to-write-to";
  const until = readableUntil(request);
  if (until <= now) return "out-of-date";
  const { email, locale } = request;
  return { to: email, locale, letter: exportReady({ until, answerLink: links.personalData(request) }, locale) };
};

export const writeErasureDone: Writer<"erasure-done"> = async ({ requestId }, { readings, links }) => {
  const request = await readings.personalDataRequest(requestId);
  if (request?.kind !== "erasure" || request.email === undefined) return "nobody-to-write-to";
  // It has been taken up again since: it is told of when it is done.
  if (request.status !== "done") return "out-of-date";
  const { email, locale, again } = request;
  return { to: email, locale, letter: erasureDone({ again, answerLink: links.personalData(request) }, locale) };
};
