import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { listCohortCertificatesUseCase } from "#certificates/app/list-cohort-certificates";
import { previewCertificateUseCase } from "#certificates/app/preview-certificate";
import {
  checkCertificateUseCase,
  getCertificatePdfUseCase,
  getCertificateUseCase,
} from "#certificates/app/see-certificate";
import { getIssuerKeysUseCase, getStatusListUseCase } from "#certificates/app/see-issuer";
import type { Certificate } from "#certificates/domain/certificate";
import { CertificateView } from "#certificates/http/certificate-view";
import { certificatePage } from "#certificates/http/pages/certificate-page";
import { routes } from "#certificates/http/routes";
import { drawLazily } from "#certificates/store/draw-lazily";
import type { Participation } from "#education/ports/participations";
import { launchBrowser } from "#test/browser";
import { openAcademy, PUBLIC_URL } from "#test/certificates";
import { expectAccessible, pagesOf, servePages } from "#test/pages";

let site: Awaited<ReturnType<typeof servePages>>;
let browser: Browser;
let person: Participation;
let revoked: Certificate;
let replaced: Certificate;
let valid: Certificate;

beforeAll(async () => {
  const academy = await openAcademy();
  const { ports, shop, administrator } = academy;
  const wired = { ...ports, draw: drawLazily };
  const app = {
    getCertificate: getCertificateUseCase(wired),
    checkCertificate: checkCertificateUseCase(wired),
    getCertificatePdf: getCertificatePdfUseCase(wired),
    getIssuerKeys: getIssuerKeysUseCase(ports.issuerKeys, ports.proofs),
    getStatusList: getStatusListUseCase(ports.statusLists),
    listCohortCertificates: listCohortCertificatesUseCase(ports.certificates),
    previewCertificate: previewCertificateUseCase(wired),
    requestCohortCertificates: academy.request,
    replaceCertificate: academy.replace,
    revokeCertificate: academy.revoke,
    addresses: ports.addresses,
    publicUrl: PUBLIC_URL,
    issuer: ports.issuer,
  };
  const made = await academy.cohort(9);
  person = await academy.participant(made, { name: "Ŋilla <i>Čáhppe</i>", absent: 1 });
  const another = await academy.participant(made);
  await academy.issueAll(made);
  const all = await academy.listed(made);
  const of = (placeId: string) => all.find((each) => each.placeId === placeId)?.certificateId;
  const [first, second] = [of(person.placeId), of(another.placeId)];
  if (!first || !second) throw new Error("both have one");
  await academy.revoke(shop.origin(), second, { reason: "Dokumentene var en annens." }, administrator);
  const command = { name: person.name, reason: "Navnet var feil." };
  const { replacedBy } = await academy.replace(shop.origin(), first, command, administrator);
  if (!replacedBy) throw new Error("there is another");
  revoked = await app.getCertificate(second);
  replaced = await app.getCertificate(first);
  valid = await app.getCertificate(replacedBy);
  [browser, site] = await Promise.all([launchBrowser(), servePages(...pagesOf(routes, app))]);
});
afterAll(async () => {
  site?.close();
  await browser?.close();
});

async function ask(path: string, accept?: string) {
  const answer = await fetch(`${site.url}${path}`, { headers: accept ? { accept } : {} });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
}

describe("a certificate's page", () => {
  test.each<[string, () => Certificate, RegExp]>([
    ["in order", () => valid, /Beviset er ekte og gjelder/],
    ["revoked", () => revoked, /Beviset gjelder ikke/],
    ["replaced", () => replaced, /Beviset er erstattet/],
  ])("tells that it is %s, and all that it says", async (_, which, says) => {
    const { certificateId, snapshot } = which();
    const { status, text } = await ask(`/certificates/${certificateId}`, "text/html,application/json");
    expect(status).toBe(200);
    expect(text).toMatch(says);
    expect(text).toContain("kommunisere med respekt for andres perspektiver");
    expect(text).toContain(`${snapshot.attendance.halves / 2} av 9 kursdager`);
  });

  test.each([
    [{ signature: false }, /Beviset gjelder ikke/, /Innholdet er endret/],
    [{ expiry: false }, /Beviset gjelder ikke/, /Utløpt/],
    [{ signature: "unknown" }, /Beviset kan ikke bekreftes nå/, /Kan ikke kontrolleres/],
  ] as const)("tells what is wrong or unknown when neither revoked nor replaced: %o", (answers, heading, says) => {
    const fine = { signature: true, expiry: true, status: true, issuer: true };
    const html = certificatePage({ certificate: valid, answers: { ...fine, ...answers } }, "nb");
    expect(html).toMatch(heading);
    expect(html).toMatch(says);
    expect(html).not.toMatch(/ekte og gjelder/);
  });

  test("is in the reader's language when asked for, escapes what was typed, and leaks neither address nor reason", async () => {
    for (const { certificateId } of [valid, revoked, replaced]) {
      const path = `/certificates/${certificateId}`;
      const shown = await Promise.all(
        [`${path}?lang=en`, `${path}/check`, `${path}/credential`].map((each) => ask(each)),
      );
      for (const { text } of shown) expect(text).not.toMatch(/@example\.no|en annens|Navnet var feil/);
    }
    const { text } = await ask(`/certificates/${valid.certificateId}?lang=en`);
    expect(text).toContain("This certificate is genuine and valid");
    expect(text).toContain("Ŋilla &lt;i&gt;Čáhppe&lt;/i&gt;");
    expect((await ask(`/certificates/${replaced.certificateId}`)).text).toContain(
      `/certificates/${valid.certificateId}`,
    );
  });

  test("is the credential for who accepts no page, as its own path is", async () => {
    const path = `/certificates/${valid.certificateId}`;
    const [negotiated, own] = await Promise.all([
      ask(path, "application/vc, application/json"),
      ask(`${path}/credential`),
    ]);
    expect(negotiated).toEqual({ status: 200, type: "application/vc", text: valid.credential });
    expect(own.text).toBe(valid.credential);
  });

  test("as data: the snapshot and four answers", async () => {
    const view = async ({ certificateId }: Certificate) =>
      CertificateView.parse(JSON.parse((await ask(`/certificates/${certificateId}/check`)).text));
    expect(await view(valid)).toMatchObject({ valid: true, answers: { signature: true, status: true } });
    expect(await view(revoked)).toMatchObject({ valid: false, answers: { signature: true, status: false } });
    expect(await view(replaced)).toMatchObject({ status: "replaced", replacedBy: valid.certificateId });
  });

  test("isn't there for an unknown one", async () => {
    for (const path of ["", "/check", "/credential", "/pdf"]) {
      expect((await ask(`/certificates/crt_0123456789abcdefghjkmn${path}`)).status).toBe(404);
    }
    expect((await ask("/status-lists/7")).status).toBe(404);
  });

  test("is accessible, also four times as large", async () => {
    await expectAccessible(browser, `${site.url}/certificates/${replaced.certificateId}`);
  });
});

test("the PDF is tagged, in its language, with its fonts, and says when it no longer counts", async () => {
  const pdf = async ({ certificateId }: Certificate) => (await ask(`/certificates/${certificateId}/pdf`)).text;
  const [counts, ended] = await Promise.all([pdf(valid), pdf(replaced)]);
  for (const text of [counts, ended]) {
    expect(text.slice(0, 8)).toBe("%PDF-1.7");
    for (const part of ["/MarkInfo", "/StructTreeRoot", "/Lang (nb)", "/FontFile2", "/S /Figure", "pdfuaid:part"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("/BaseFont /Helvetica");
  }
  expect(ended.length).not.toBe(counts.length);
});

test("the issuer names its keys, as a profile and as a DID", async () => {
  const Keys = z.object({
    assertionMethod: z.array(z.string()),
    verificationMethod: z.array(z.object({ id: z.string() })),
  });
  const read = async (path: string) => Keys.parse(JSON.parse((await ask(path)).text));
  const { proof } = JSON.parse(valid.credential);
  expect((await read("/issuer")).assertionMethod).toEqual([proof.verificationMethod]);
  expect((await read("/.well-known/did.json")).assertionMethod[0]).toMatch(/^did:web:smart\.example\.no#z6Mk/);
});
