import type { Notice } from "../domain/notice.ts";
import { writeOrderConfirmed } from "./write-order-confirmed.ts";
import { writeOrderExpired } from "./write-order-expired.ts";
import { writePlaceConfirmed } from "./write-place-confirmed.ts";
import type { Desk, Written } from "./writer.ts";

/** Writes the mail that a notice is about, as things are now; nothing when there is nobody to write to any more. */
export function write(notice: Notice, desk: Desk): Promise<Written | undefined> {
  switch (notice.template) {
    case "order-confirmed":
      return writeOrderConfirmed(notice, desk);
    case "place-confirmed":
      return writePlaceConfirmed(notice, desk);
    case "order-expired":
      return writeOrderExpired(notice, desk);
  }
}
