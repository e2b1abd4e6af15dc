/** How education says no: the code, and what it tells beside the code. */
export interface EducationErrors {
  "participant-withdrawn": { readonly placeId: string };
  "participants-not-in-cohort": { readonly placeIds: readonly string[] };
  "course-day-has-attendance": { readonly dayIds: readonly string[] };
  "cohort-has-certificates": { readonly dayIds: readonly string[] };
  "course-day-not-yet": { readonly dayId: string; readonly startsAt: string };
  "course-day-called-off": { readonly dayId: string };
  "correction-needs-reason": { readonly placeIds: readonly string[] };
  "group-unknown": { readonly group: number; readonly groups: number };
  "group-has-process-leader": { readonly group: number; readonly placeIds: readonly string[] };
  "hand-in-moved-on": { readonly status: "draft" | "submitted" | "returned" | "approved" };
  "hand-in-handed-in-anew": Record<never, never>;
  "hand-in-incomplete": {
    readonly kind: "portfolio" | "essay";
    /** Documents that are ready, and that are still on their way. */
    readonly ready: number;
    readonly waiting: number;
    readonly least: number;
    readonly most: number;
  };
  "too-many-documents": { readonly most: number };
  /** Days in Norway, both included. */
  "document-date-not-in-cohort": { readonly first: string; readonly last: string };
  "cohort-not-begun": { readonly first: string };
  /** The day it was deleted, in Norway. */
  "hand-in-time-over": { readonly since: string };
  "child-consent-missing": Record<never, never>;
  /** Bytes. */
  "file-too-large": { readonly most: number };
  "file-type-not-allowed": { readonly allowed: readonly string[] };
  "own-portfolio": Record<never, never>;
}
