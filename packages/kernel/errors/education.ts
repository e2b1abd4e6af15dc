/** How education says no: the code, and what it tells beside the code. */
export interface EducationErrors {
  "participant-withdrawn": { readonly placeId: string };
}
