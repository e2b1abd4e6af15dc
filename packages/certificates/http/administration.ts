import * as z from "zod";
import type { Caller, PersonId } from "#kernel/caller";
import { refusal } from "#kernel/domain-error";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import { file, json, noBody, none, reply, routeOf } from "#platform/http/route";
import {
  CertificateEnded,
  type ReplaceCertificate,
  ReplaceCommand,
  type RevokeCertificate,
  RevokeCommand,
} from "../app/end-certificate.ts";
import type { ListCohortCertificates } from "../app/list-cohort-certificates.ts";
import type { PreviewCertificate } from "../app/preview-certificate.ts";
import {
  CertificatesRequested,
  RequestCertificatesCommand,
  type RequestCohortCertificates,
} from "../app/request-cohort-certificates.ts";
import { CertificatesPage, listedCertificate } from "./certificate-view.ts";

export interface CertificateAdministrationApp {
  readonly listCohortCertificates: ListCohortCertificates;
  readonly previewCertificate: PreviewCertificate;
  readonly requestCohortCertificates: RequestCohortCertificates;
  readonly replaceCertificate: ReplaceCertificate;
  readonly revokeCertificate: RevokeCertificate;
}

const route = routeOf<CertificateAdministrationApp>();
const ofCertificate = z.strictObject({ certificateId: CertificateId });
const ofCohort = z.strictObject({ cohortId: OfferingId });

/** What administrators do with certificates. */
export const certificateAdministration = [
  route({
    name: "list-cohort-certificates",
    method: "GET",
    path: "/cohorts/{cohortId}/certificates",
    access: ["administrator"],
    summary: "A cohort's certificates, with what happened to each: how far issuing has come",
    params: ofCohort,
    query: z.strictObject({ cursor: z.string().max(2000).optional() }),
    body: noBody,
    answers: { 200: json("A page of certificates, the oldest first", CertificatesPage) },
    errors: ["invalid-request"],
    handle: async ({ listCohortCertificates }, { params, query }) => {
      const { items, ...rest } = await listCohortCertificates(params.cohortId, query.cursor);
      return reply(200, { ...rest, items: items.map(listedCertificate) });
    },
  }),
  route({
    name: "request-cohort-certificates",
    method: "POST",
    path: "/cohorts/{cohortId}/certificates",
    access: ["administrator"],
    summary: "Issue certificates to all in a cohort who qualify; asked twice, each still gets one",
    params: ofCohort,
    query: none,
    body: RequestCertificatesCommand,
    answers: { 202: json("They are being issued", CertificatesRequested) },
    errors: ["not-found", "certificate-not-earned", "busy-try-again"],
    handle: async ({ requestCohortCertificates }, { params, body, caller, origin }) =>
      reply(202, await requestCohortCertificates(origin, params.cohortId, body, personOf(caller))),
  }),
  route({
    name: "preview-certificate",
    method: "GET",
    path: "/cohorts/{cohortId}/participants/{placeId}/certificate-preview",
    access: ["administrator"],
    summary: "A participant's certificate as it would be issued now, marked as a preview",
    params: z.strictObject({ cohortId: OfferingId, placeId: PlaceId }),
    query: none,
    body: noBody,
    answers: { 200: file("The document", "application/pdf", z.base64()) },
    errors: ["not-found", "certificate-not-earned"],
    handle: async ({ previewCertificate }, { params }) => {
      const pdf = await previewCertificate(params.cohortId, params.placeId);
      return reply(200, Buffer.from(pdf).toString("base64"), {
        headers: { "content-disposition": 'inline; filename="kompetansebevis-forhandsvisning.pdf"' },
        base64: true,
      });
    },
  }),
  route({
    name: "replace-certificate",
    method: "POST",
    path: "/certificates/{certificateId}/replacement",
    access: ["administrator"],
    summary: 'Issue a certificate anew with a corrected name: the old one says "replaced" for good',
    params: ofCertificate,
    query: none,
    body: ReplaceCommand,
    answers: { 201: json("The old one, and the new one's id", CertificateEnded) },
    errors: ["not-found", "certificate-is-final", "busy-try-again"],
    handle: async ({ replaceCertificate }, { params, body, caller, origin }) =>
      reply(201, await replaceCertificate(origin, params.certificateId, body, personOf(caller))),
  }),
  route({
    name: "revoke-certificate",
    method: "POST",
    path: "/certificates/{certificateId}/revocation",
    access: ["administrator"],
    summary:
      "Revoke a certificate for good; the reason is kept with us, and its holder is told that it no longer counts",
    params: ofCertificate,
    query: none,
    body: RevokeCommand,
    answers: { 200: json("The certificate", CertificateEnded) },
    errors: ["not-found", "certificate-is-final", "busy-try-again"],
    handle: async ({ revokeCertificate }, { params, body, caller, origin }) =>
      reply(200, await revokeCertificate(origin, params.certificateId, body, personOf(caller))),
  }),
];

/** Who is answerable for it. The routes' access lets in persons only. */
function personOf(caller: Caller): PersonId {
  if (caller.kind !== "person") throw refusal("unauthenticated", {});
  return caller.personId;
}
