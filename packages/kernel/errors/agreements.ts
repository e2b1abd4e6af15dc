/** How agreements says no: the code, and what it tells beside the code. */
export interface AgreementsErrors {
  "agreement-has-ended": { readonly to: string };
  "agreement-seats-used-up": { readonly agreementId: string; readonly seats: number };
  "agreement-too-long": { readonly from: string; readonly to: string; readonly years: number };
  "agreement-without-days": { readonly from: string; readonly to: string };
  "cohort-without-seats": { readonly offeringId: string };
  "date-is-past": { readonly on: string };
  "enquiry-is-answered": { readonly status: "declined" | "accepted" };
  "meeting-is-over": { readonly status: "held" | "cancelled" };
  "meeting-not-begun": { readonly startsAt: string };
  "meeting-outside-period": { readonly on: string; readonly from: string; readonly to: string };
  "not-part-of-a-set": { readonly productId: string; readonly needed: "book" | "card-deck" };
  "participant-listed-already": Record<never, never>;
  "participants-exceed-capacity": { readonly capacity: number; readonly listed: number; readonly more: number };
  "participants-unreadable": {
    /** Counted from 1, the heading included; the first fifty of them. */
    readonly rows: readonly { readonly row: number; readonly field: "name" | "email" }[];
  };
  /** What is promised is told year by year; there are as many lists as years. */
  "promised-years-differ": { readonly years: number; readonly given: number };
  "quote-changed": { readonly quote: number };
  "quote-expired": { readonly answerBy: string };
  "seat-is-given-back": { readonly seatId: string };
  "seat-is-there-already": { readonly seatId: string; readonly offeringId: string };
  "seat-outside-period": {
    readonly agreementId: string;
    readonly offeringId: string;
    readonly startsOn: string;
    readonly from: string;
    readonly to: string;
  };
  "seats-would-break-agreement": {
    readonly seats: readonly {
      readonly seatId: string;
      readonly agreementId: string;
      readonly offeringId: string;
      readonly startsOn: string;
    }[];
  };
  "spreadsheet-unreadable": Record<never, never>;
  "too-many-enquiries": { readonly retryAfterSeconds: number };
  "workplace-course-not-ordered": Record<never, never>;
  "workplace-course-not-quoted": Record<never, never>;
  "workplace-course-settled": { readonly status: "declined" | "turned-down" | "ordered" };
}
