import * as z from "zod";
import { CertificateId } from "#kernel/ids";
import { file, json, noBody, none, page, type Route, reply, routeOf } from "#platform/http/route";
import type { CheckCertificate, GetCertificate, GetCertificatePdf } from "../app/see-certificate.ts";
import type { GetIssuerKeys, GetStatusList } from "../app/see-issuer.ts";
import type { Addresses } from "../domain/addresses.ts";
import { certificateNumber } from "../domain/certificate.ts";
import { issuerDid, issuerProfile } from "../domain/issuer.ts";
import { type CertificateAdministrationApp, certificateAdministration } from "./administration.ts";
import { CertificateView, certificateView } from "./certificate-view.ts";
import { certificatePage } from "./pages/certificate-page.ts";

export interface CertificatesApp extends CertificateAdministrationApp {
  readonly getCertificate: GetCertificate;
  readonly checkCertificate: CheckCertificate;
  readonly getCertificatePdf: GetCertificatePdf;
  readonly getIssuerKeys: GetIssuerKeys;
  readonly getStatusList: GetStatusList;
  readonly addresses: Addresses;
  readonly publicUrl: string;
  readonly issuer: string;
}

const route = routeOf<CertificatesApp>();
const ofCertificate = z.strictObject({ certificateId: CertificateId });

/** VC Data Model 2.0, section 6.2: a credential with its proof inside. */
const CREDENTIAL = "application/vc";

/** A verifier anywhere may ask, also a page in a browser. */
const OPEN = { "access-control-allow-origin": "*" };
/** As long as the status list says of itself: five minutes. */
const KEPT = { ...OPEN, "cache-control": "public, max-age=300" };

export const routes: readonly Route<CertificatesApp>[] = [
  route({
    name: "certificate-page",
    method: "GET",
    path: "/certificates/{certificateId}",
    access: "public",
    summary: "A certificate's public page; the credential itself for who accepts JSON and not HTML",
    params: ofCertificate,
    query: none,
    body: noBody,
    answers: { 200: page("The page, or the credential") },
    errors: ["not-found"],
    handle: async ({ checkCertificate, getCertificate }, { params: { certificateId }, headers, lang }) => {
      const vary = { vary: "accept" };
      if (wantsCredential(headers["accept"])) {
        const { credential } = await getCertificate(certificateId);
        return reply(200, credential, { headers: { ...OPEN, ...vary, "content-type": CREDENTIAL } });
      }
      const checked = await checkCertificate(certificateId);
      const locale = lang ?? checked.certificate.snapshot.locale;
      return reply(200, certificatePage(checked, locale), { headers: vary });
    },
  }),
  route({
    name: "check-certificate",
    method: "GET",
    path: "/certificates/{certificateId}/check",
    access: "public",
    summary: "What a certificate says, and whether its signature, expiry, status and issuer are in order",
    params: ofCertificate,
    query: none,
    body: noBody,
    answers: { 200: json("The snapshot and the four answers", CertificateView) },
    errors: ["not-found"],
    handle: async ({ checkCertificate }, { params: { certificateId } }) =>
      reply(200, certificateView(await checkCertificate(certificateId)), { headers: OPEN }),
  }),
  route({
    name: "get-credential",
    method: "GET",
    path: "/certificates/{certificateId}/credential",
    access: "public",
    summary: "The certificate as an Open Badges 3.0 credential, as it was signed",
    params: ofCertificate,
    query: none,
    body: noBody,
    answers: { 200: file("The credential with its proof", CREDENTIAL, z.string()) },
    errors: ["not-found"],
    handle: async ({ getCertificate }, { params: { certificateId } }) => {
      const { credential } = await getCertificate(certificateId);
      const fileName = `kompetansebevis-${certificateNumber(certificateId)}.json`;
      return reply(200, credential, { headers: { ...OPEN, "content-disposition": `inline; filename="${fileName}"` } });
    },
  }),
  route({
    name: "get-certificate-pdf",
    method: "GET",
    path: "/certificates/{certificateId}/pdf",
    access: "public",
    summary: "The certificate as PDF; one that was revoked or replaced says so",
    params: ofCertificate,
    query: none,
    body: noBody,
    answers: { 200: file("The document", "application/pdf", z.base64()) },
    errors: ["not-found"],
    handle: async ({ getCertificatePdf }, { params: { certificateId } }) => {
      const { pdf } = await getCertificatePdf(certificateId);
      const fileName = `kompetansebevis-${certificateNumber(certificateId)}.pdf`;
      return reply(200, Buffer.from(pdf).toString("base64"), {
        headers: { "content-disposition": `inline; filename="${fileName}"` },
        base64: true,
      });
    },
  }),
  route({
    name: "get-issuer",
    method: "GET",
    path: "/issuer",
    access: "public",
    summary: "Who issues certificates, as an Open Badges profile with every key that has signed",
    params: none,
    query: none,
    body: noBody,
    answers: { 200: json("The profile", z.looseObject({ id: z.string() })) },
    errors: [],
    handle: async ({ getIssuerKeys, issuer, publicUrl, addresses }) =>
      reply(200, issuerProfile(issuer, publicUrl, await getIssuerKeys(), addresses), { headers: KEPT }),
  }),
  route({
    name: "get-issuer-did",
    method: "GET",
    path: "/.well-known/did.json",
    access: "public",
    summary: "The issuer as a did:web document",
    params: none,
    query: none,
    body: noBody,
    answers: { 200: json("The DID document", z.looseObject({ id: z.string() })) },
    errors: [],
    handle: async ({ getIssuerKeys, publicUrl, addresses }) =>
      reply(200, issuerDid(publicUrl, await getIssuerKeys(), addresses), { headers: KEPT }),
  }),
  route({
    name: "get-status-list",
    method: "GET",
    path: "/status-lists/{list}",
    access: "public",
    summary: "Which certificates are revoked: a signed W3C Bitstring Status List",
    params: z.strictObject({ list: z.coerce.number().pipe(z.int().min(1).max(999_999)) }),
    query: none,
    body: noBody,
    answers: { 200: file("The list as a credential with its proof", CREDENTIAL, z.string()) },
    errors: ["not-found"],
    handle: async ({ getStatusList }, { params: { list } }) => reply(200, await getStatusList(list), { headers: KEPT }),
  }),
  ...certificateAdministration,
];

function wantsCredential(accept: string | undefined): boolean {
  return accept !== undefined && /\bapplication\/(vc|(ld\+)?json)\b/.test(accept) && !accept.includes("text/html");
}
