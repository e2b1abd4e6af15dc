/** How certificates says no: the code, and what it tells beside the code. */
export interface CertificatesErrors {
  "certificate-is-final": { readonly status: "revoked" | "replaced" };
  "certificate-not-earned": { readonly placeIds: readonly string[] };
  "certificate-stands": Record<never, never>;
}
