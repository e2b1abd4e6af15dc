/** How agreements says no: the code, and what it tells beside the code. */
export interface AgreementsErrors {
  "agreement-seats-used-up": { readonly agreementId: string; readonly seats: number };
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
  "agreement-without-days": { readonly from: string; readonly to: string };
  /** What is promised is told year by year; there are as many lists as years. */
  "promised-years-differ": { readonly years: number; readonly given: number };
}
