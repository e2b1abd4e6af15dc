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
}
