import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { getCertificatePdfUseCase } from "#certificates/app/see-certificate";
import type { Certificate } from "#certificates/domain/certificate";
import { issuerProfile } from "#certificates/domain/issuer";
import { drawCertificate } from "#certificates/store/certificate-pdf";
import { startEngine } from "#local/dynamodb/engine";
import { type Academy, openAcademy, PUBLIC_URL } from "#test/certificates";
import { createTestTable } from "#test/dynamo";
import type { Material, Work } from "./certificate-once.ts";
import { median, milliseconds, report } from "./report.ts";

const PEOPLE = 36;
const RUNS = 20;

/** A cohort of 36 gets its certificates with their PDFs; one is drawn, and one checked, cold and warm. */
export async function benchCertificates(): Promise<void> {
  const engine = await startEngine();
  const academy = await openAcademy(await createTestTable(engine.endpoint));
  const cohort = await academy.cohort(9);
  for (let count = 0; count < PEOPLE; count++) await academy.participant(cohort, { absent: 1 });

  const started = performance.now();
  await academy.issueAll(cohort);
  const issued = await academy.listed(cohort);
  const signedMilliseconds = performance.now() - started;
  const pdfOf = getCertificatePdfUseCase({ ...academy.ports, draw: drawCertificate });
  const drawings: number[] = [];
  for (const { certificateId } of issued) drawings.push(await timed(() => pdfOf(certificateId)));
  const seconds = (performance.now() - started) / 1000;

  const [first] = issued;
  if (!first) throw new Error("A cohort of 36 has certificates.");
  const [firstCheck = 0, ...checks] = await inTurn(RUNS, () => academy.check(first.certificateId));
  const material = await materialOf(academy, first);
  await engine.stop();
  report(
    `Certificates of a cohort of ${PEOPLE}, with signatures and PDFs`,
    "issued in pages of 12 on the local engine, by a key in this process; KMS adds a request for each signature",
    {
      "issued, signed and drawn": `${issued.length} in ${seconds.toFixed(1)} s`,
      "one, signed and written": milliseconds(signedMilliseconds / issued.length),
      "one PDF, warm": milliseconds(median(drawings.slice(1))),
      "one PDF in a fresh process": fresh("pdf", material),
      "check one: first, then warm": `${milliseconds(firstCheck)}, ${milliseconds(median(checks))}`,
      "check one in a fresh process, with loading": fresh("check", material),
      "by the independent library, in a fresh process": fresh("independent", material),
    },
  );
}

async function materialOf({ ports }: Academy, certificate: Certificate): Promise<Material> {
  const { addresses, proofs, statusLists, issuer } = ports;
  const { list } = certificate.statusEntry;
  const key = await proofs.key();
  const statusList = await statusLists.get(list);
  const served = {
    [addresses.issuer]: issuerProfile(issuer, PUBLIC_URL, [key], addresses),
    [addresses.statusList(list)]: JSON.parse(statusList?.credential ?? "{}"),
  };
  const address = addresses.certificate(certificate.certificateId);
  return { certificate, address, multikey: key.multikey, issuer: addresses.issuer, served };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function inTurn(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const measured: number[] = [];
  for (let count = 0; count < times; count++) measured.push(await timed(work));
  return measured;
}

/** Milliseconds and memory of one piece of work in a process that has done nothing yet. */
function fresh(work: Work, material: Material): string {
  const script = join(import.meta.dirname, "certificate-once.ts");
  return execFileSync(process.execPath, [script, work], { input: JSON.stringify(material), encoding: "utf8" }).trim();
}
