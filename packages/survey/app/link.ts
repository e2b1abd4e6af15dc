import type { Device, Link } from "../domain/link.ts";

/** What a participant's browser brings: the link from their mail, and the cookie that says which device it is. */
export interface Visit {
  readonly link: Link;
  /** None: this browser hasn't been here before, or keeps no cookies. */
  readonly device?: Device | undefined;
}
