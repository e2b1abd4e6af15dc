import * as z from "zod";
import { issueCohortUseCase } from "#certificates/app/issue-cohort";
import { cohortCertificatesContinued } from "#certificates/events/cohort-certificates-continued";
import { cohortCertificatesRequested } from "#certificates/events/cohort-certificates-requested";
import { cohorts } from "#education/store/cohorts";
import { grounds } from "#education/store/participations";
import { SellerVariable } from "#kernel/seller";
import { openTable } from "#platform/dynamo/open-table";
import { environment } from "#platform/environment";
import { consumer, on } from "#platform/events/consumer";
import { kmsClient, kmsSigner } from "#platform/kms/signer";
import { wireCertificates } from "./wire.ts";

const env = environment(
  { TABLE_NAME: z.string(), PUBLIC_URL: z.url(), SELLER: SellerVariable, CERTIFICATE_KEY_ARN: z.string() },
  process.env,
);
const table = openTable(env.TABLE_NAME);
const signer = kmsSigner(kmsClient(), env.CERTIFICATE_KEY_ARN);
const issueCohort = issueCohortUseCase({
  ...wireCertificates(table, { publicUrl: env.PUBLIC_URL, seller: env.SELLER, signer }),
  cohorts: cohorts(table),
  grounds: grounds(),
});

export const handler = consumer("certificates", [
  on(cohortCertificatesRequested, issueCohort),
  on(cohortCertificatesContinued, issueCohort),
]);
