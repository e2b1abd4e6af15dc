import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Certificate } from "#certificates/domain/certificate";
import { milliseconds } from "./report.ts";

// Does one thing with a certificate in a process of its own, and says what it took: see certificates.ts.

/** What there is to work on: made elsewhere, so that nothing is loaded yet. */
export interface Material {
  readonly certificate: Certificate;
  readonly address: string;
  readonly multikey: string;
  readonly issuer: string;
  /** What is served, by address. */
  readonly served: Readonly<Record<string, unknown>>;
}

export type Work = "pdf" | "check" | "independent";

/** Each loads what it needs first. */
const works: Readonly<Record<Work, (material: Material) => Promise<() => Promise<unknown>>>> = {
  pdf: async ({ certificate, address }) => {
    const { drawCertificate } = await import("#certificates/store/certificate-pdf");
    const { certificateId, snapshot } = certificate;
    return () => drawCertificate({ snapshot, issued: { certificateId, address } });
  },
  check: async ({ certificate, multikey }) => {
    const { hasProof } = await import("#platform/credentials/proof");
    const { fromMultikey } = await import("#platform/credentials/multibase");
    return () => hasProof(JSON.parse(certificate.credential), fromMultikey(multikey) ?? new Uint8Array());
  },
  independent: async ({ certificate, issuer, served }) => {
    const { check, Credential } = await import("#local/verify-certificate/check");
    const options = { load: async (url: string) => served[url], known: [issuer], now: certificate.snapshot.issuedAt };
    return () => check(Credential.parse(JSON.parse(certificate.credential)), options);
  },
};

if (import.meta.main) {
  const material: Material = JSON.parse(readFileSync(0, "utf8"));
  const load = works[z.enum(["pdf", "check", "independent"]).parse(process.argv[2])];
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const work = await load(material);
  const loaded = performance.now();
  await work();
  const done = performance.now();
  const megabytes = (process.memoryUsage().rss - before) / 1e6;
  console.log(
    `${milliseconds(done - loaded)}, and ${milliseconds(loaded - started)} to load; ${megabytes.toFixed(0)} MB`,
  );
}
