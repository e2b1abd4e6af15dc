// What we use of Digital Bazaar's libraries, which have no types of their own.

declare module "@digitalbazaar/vc" {
  interface Verified {
    readonly verified: boolean;
    readonly error?: unknown;
  }
  /** @throws for what isn't a credential at all */
  export function verifyCredential(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly checkStatus: () => Promise<Verified>;
    readonly now: string;
  }): Promise<Verified>;
}

declare module "@digitalbazaar/data-integrity" {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: object });
  }
}

declare module "@digitalbazaar/eddsa-rdfc-2022-cryptosuite" {
  export const cryptosuite: object;
}

declare module "@digitalbazaar/vc-bitstring-status-list" {
  export function checkStatus(options: {
    readonly credential: object;
    readonly suite: object;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly verifyBitstringStatusListCredential: boolean;
    readonly verifyMatchingIssuers: boolean;
  }): Promise<{
    readonly verified: boolean;
    readonly error?: unknown;
    /** One for each entry that could be looked up: `status` is its bit. */
    readonly results?: readonly { readonly verified: boolean; readonly status?: boolean }[];
  }>;
}
