/** How education says no: the code, and what it tells beside the code. */
export interface EducationErrors {
  "participant-withdrawn": { readonly placeId: string };
  "participants-not-in-cohort": { readonly placeIds: readonly string[] };
  "course-day-has-attendance": { readonly dayIds: readonly string[] };
  "course-day-not-yet": { readonly dayId: string; readonly startsAt: string };
  "course-day-called-off": { readonly dayId: string };
  "correction-needs-reason": { readonly placeIds: readonly string[] };
  "group-unknown": { readonly group: number; readonly groups: number };
  "group-has-process-leader": { readonly group: number; readonly placeIds: readonly string[] };
}
