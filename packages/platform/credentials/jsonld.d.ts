/** What we use of jsonld 9; @types/jsonld knows no RDFC-1.0. */
declare module "jsonld" {
  interface CanonizeOptions {
    readonly algorithm: "RDFC-1.0";
    readonly format: "application/n-quads";
    /** Throws for what would be lost on the way. */
    readonly safe: boolean;
    readonly documentLoader: (url: string) => Promise<{ readonly documentUrl: string; readonly document: object }>;
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> };
  export default jsonld;
}
