import type { DrawCertificate } from "#certificates/ports/certificate-pdf";
import type { Instant } from "#kernel/clock";
import type { Letter } from "#kernel/letter";
import type { Locale } from "#kernel/locale";
import type { Seller } from "#kernel/seller";
import type { CalendarAttachment, FileAttachment } from "#notifications/ports/post";
import type { Links } from "../domain/links.ts";
import type { UndeliverableReason } from "../domain/mail.ts";
import type { Notice } from "../domain/notice.ts";
import type { Readings } from "./readings.ts";

/** A letter and whom it is for. */
export interface Written {
  readonly to: string;
  readonly locale: Locale;
  readonly letter: Letter;
  readonly calendar?: CalendarAttachment;
  readonly file?: FileAttachment;
}

/** Whom it was for, or what it tells of, is gone or is no longer so. */
export type NothingToWrite = Extract<UndeliverableReason, "nobody-to-write-to" | "out-of-date">;

/** What every writer has at hand. */
export interface Desk {
  readonly readings: Readings;
  readonly links: Links;
  readonly seller: Seller;
  readonly drawCertificate: DrawCertificate;
  /** Of our own addresses: calendar events are known by it. */
  readonly host: string;
  readonly now: Instant;
}

/** Writes the mail of one template from its ids, or tells why there is none to write any more. */
export type Writer<Template extends Notice["template"]> = (
  notice: Extract<Notice, { readonly template: Template }>,
  desk: Desk,
) => Promise<Written | NothingToWrite>;
