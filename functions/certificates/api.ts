import * as z from "zod";
import { replaceCertificateUseCase, revokeCertificateUseCase } from "#certificates/app/end-certificate";
import { listCohortCertificatesUseCase } from "#certificates/app/list-cohort-certificates";
import { previewCertificateUseCase } from "#certificates/app/preview-certificate";
import { requestCohortCertificatesUseCase } from "#certificates/app/request-cohort-certificates";
import {
  checkCertificateUseCase,
  getCertificatePdfUseCase,
  getCertificateUseCase,
} from "#certificates/app/see-certificate";
import { getIssuerKeysUseCase, getStatusListUseCase } from "#certificates/app/see-issuer";
import { routes } from "#certificates/http/routes";
import { drawLazily } from "#certificates/store/draw-lazily";
import { SellerVariable } from "#kernel/seller";
import { personBySubject } from "#people/store/persons";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { authenticator } from "#platform/http/authenticate";
import { httpHandler } from "#platform/http/handler";
import { kmsClient, kmsSigner } from "#platform/kms/signer";
import { wireCertificates } from "./wire.ts";

const env = environment(
  {
    TABLE_NAME: z.string(),
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string(),
    PUBLIC_URL: z.url(),
    SELLER: SellerVariable,
    CERTIFICATE_KEY_ARN: z.string(),
  },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const signer = kmsSigner(kmsClient(), env.CERTIFICATE_KEY_ARN);
const wired = {
  ...wireCertificates(table, { publicUrl: env.PUBLIC_URL, seller: env.SELLER, signer }),
  draw: drawLazily,
};

const app = {
  getCertificate: getCertificateUseCase(wired),
  checkCertificate: checkCertificateUseCase(wired),
  getCertificatePdf: getCertificatePdfUseCase(wired),
  getIssuerKeys: getIssuerKeysUseCase(wired.issuerKeys, wired.proofs),
  getStatusList: getStatusListUseCase(wired.statusLists),
  listCohortCertificates: listCohortCertificatesUseCase(wired.certificates),
  previewCertificate: previewCertificateUseCase(wired),
  requestCohortCertificates: requestCohortCertificatesUseCase(wired),
  replaceCertificate: replaceCertificateUseCase(wired),
  revokeCertificate: revokeCertificateUseCase(wired),
  addresses: wired.addresses,
  publicUrl: env.PUBLIC_URL,
  issuer: wired.issuer,
};

export const handler = httpHandler(
  routes,
  app,
  authenticator({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE, findPerson: personBySubject(table) }),
);
