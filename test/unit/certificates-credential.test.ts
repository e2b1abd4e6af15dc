import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { addressesAt } from "#certificates/domain/addresses";
import { answersOf, verdictOf } from "#certificates/domain/answers";
import {
  attendedDays,
  attendedPerCent,
  type Certificate,
  certificateNumber,
  type Snapshot,
} from "#certificates/domain/certificate";
import { COMPETENCE_GOALS, TRAINER } from "#certificates/domain/competence";
import { credentialOf } from "#certificates/domain/credential";
import { issuerDid, issuerProfile } from "#certificates/domain/issuer";
import { statusListCredential } from "#certificates/domain/status-list";
import { proofs } from "#certificates/store/proofs";
import { PersonId } from "#kernel/caller";
import { Instant, plusSeconds } from "#kernel/clock";
import { CertificateId, OfferingId, PlaceId } from "#kernel/ids";
import { Credential, check } from "#local/verify-certificate/check";
import { run } from "#local/verify-certificate/run";
import { encodeBitstring, LEAST_ENTRIES } from "#platform/credentials/bitstring";
import { toMultikey } from "#platform/credentials/multibase";
import { ownSigner, PUBLIC_URL } from "#test/certificates";
import { newFolder } from "#test/shared-folder";

const at = addressesAt(PUBLIC_URL);
const signer = ownSigner();
const issuer = proofs(signer, at);
const key = await issuer.key();
const issuedAt = Instant.parse("2027-06-10T09:00:00.000Z");
const INDEX = 94_567;

const snapshot: Snapshot = {
  name: "Ánne Eksempel <b>Sara</b>",
  locale: "nb",
  title: TRAINER,
  education: { nb: "Kull 9" },
  goals: [...COMPETENCE_GOALS],
  period: { from: "2026-09-14", to: "2027-06-01" },
  attendance: { halves: 16, held: 9 },
  documents: 4,
  essay: "approved",
  issuer: "SMART oppvekst, Eksempel kommune",
  issuedAt,
  validUntil: plusSeconds(issuedAt, 86_400 * 365),
};

async function certificate(status: "valid" | "revoked" | "replaced" = "valid"): Promise<Certificate> {
  const certificateId = CertificateId.parse("crt_9w3k7m4q2ab5cdefghjkmn");
  const statusEntry = { list: 1, index: INDEX };
  const identity = { identityHash: "sha256$00", salt: "salt" };
  const common = {
    certificateId,
    cohortId: OfferingId.parse("off_0123456789abcdefghjkmn"),
    placeId: PlaceId.parse("plc_0123456789abcdefghjkmn"),
    snapshot,
    credential: await issuer.sign(credentialOf({ certificateId, snapshot, identity, statusEntry }, at), issuedAt),
    statusEntry,
    holder: "hash",
    history: [{ what: "issued" as const, at: issuedAt, by: PersonId.parse("per_0123456789abcdefghjkmn") }],
    version: 1,
  };
  return status === "replaced"
    ? { ...common, status, replacedBy: CertificateId.parse("crt_0123456789abcdefghjkmn") }
    : { ...common, status };
}

async function statusList(revoked: readonly number[]): Promise<unknown> {
  const bits = encodeBitstring(LEAST_ENTRIES, revoked);
  return JSON.parse(await issuer.sign(statusListCredential(1, bits, issuedAt, snapshot.issuer, at), issuedAt));
}

/** What our addresses serve. */
function served(list: unknown, profile: unknown = issuerProfile(snapshot.issuer, PUBLIC_URL, [key], at)) {
  return async (url: string): Promise<unknown> => {
    if (url === at.issuer && profile) return profile;
    if (url === at.statusList(1) && list) return list;
    throw new Error(`nothing is served at ${url}`);
  };
}

const parsed = ({ credential }: Certificate) => Credential.parse(JSON.parse(credential));
const now = plusSeconds(issuedAt, 3600);

/** The four answers, by the product and by the independent library. */
async function answers(given: Certificate, list: unknown, options: Partial<Parameters<typeof check>[1]> = {}) {
  const ours = answersOf(given, await issuer.check(given.credential, [key]), Instant.parse(options.now ?? now));
  const theirs = await check(parsed(given), { load: served(list), known: [at.issuer], now, ...options });
  const each = Object.fromEntries(Object.entries(theirs).map(([name, { answer }]) => [name, answer]));
  return { ours, theirs: each };
}

const FINE = { signature: true, expiry: true, status: true, issuer: true };

describe("a certificate is found, by us and by an independent library,", () => {
  test("in order", async () => {
    const { ours, theirs } = await answers(await certificate(), await statusList([INDEX + 1]));
    expect([ours, theirs]).toEqual([FINE, FINE]);
    expect(verdictOf(ours)).toBe(true);
  });

  test("tampered with", async () => {
    const given = await certificate();
    const credential = given.credential.replace("Eksempel", "Eksempl");
    expect(credential).not.toBe(given.credential);
    const { ours, theirs } = await answers({ ...given, credential }, await statusList([]));
    const expected = { ...FINE, signature: false };
    expect([ours, theirs]).toEqual([expected, expected]);
    expect(verdictOf(ours)).toBe(false);
  });

  test.each(["revoked", "replaced"] as const)("%s", async (status) => {
    const { ours, theirs } = await answers(await certificate(status), await statusList([INDEX]));
    const expected = { ...FINE, status: false };
    expect([ours, theirs]).toEqual([expected, expected]);
  });

  test("expired", async () => {
    const later = { now: plusSeconds(now, 86_400 * 366) };
    const { ours, theirs } = await answers(await certificate(), await statusList([]), later);
    const expected = { ...FINE, expiry: false };
    expect([ours, theirs]).toEqual([expected, expected]);
  });

  test("another's: an issuer that isn't known, with a key of its own", async () => {
    const elsewhere = addressesAt("https://elsewhere.example");
    const another = proofs(ownSigner(), elsewhere);
    const given = await certificate();
    const identity = { identityHash: "sha256$00", salt: "salt" };
    const facts = { ...given, identity };
    const forged = { ...given, credential: await another.sign(credentialOf(facts, elsewhere), issuedAt) };
    expect(await issuer.check(forged.credential, [key])).toBe("unknown");
    const profile = issuerProfile("Andre", "https://elsewhere.example", [await another.key()], elsewhere);
    const load = async (url: string) => {
      if (url === elsewhere.issuer) return profile;
      throw new Error("nothing there");
    };
    const { theirs } = await answers(forged, undefined, { load });
    expect(theirs).toEqual({ signature: true, expiry: true, status: "unknown", issuer: false });
    // Nor does it help to call itself by our name: our profile lists no such key.
    const stolen = { ...given, credential: await proofs(ownSigner(), at).sign(credentialOf(facts, at), issuedAt) };
    const { ours, theirs: found } = await answers(stolen, await statusList([]));
    expect([ours.signature, found["signature"]]).toEqual(["unknown", false]);
  });

  test("of unknown status when the list isn't there, or isn't the issuer's; it may be given instead", async () => {
    const given = await certificate();
    expect((await answers(given, undefined)).theirs).toEqual({ ...FINE, status: "unknown" });
    const unsigned = { ...((await statusList([])) as object), validFrom: "2020-01-01T00:00:00Z" };
    expect((await answers(given, unsigned)).theirs).toEqual({ ...FINE, status: "unknown" });
    const offline = { load: served(undefined), statusList: await statusList([INDEX]) };
    expect((await answers(given, undefined, offline)).theirs).toEqual({ ...FINE, status: false });
  });

  test("of unknown signature when its issuer's keys can't be read", async () => {
    const load = served(await statusList([]), null);
    const { theirs } = await answers(await certificate(), undefined, { load });
    expect(theirs["signature"]).toBe("unknown");
  });
});

test("what an old key has signed is in order when another key signs now", async () => {
  const given = await certificate();
  const { publicKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" });
  const newer = { multikey: toMultikey(Buffer.from(String(x), "base64url")) };
  const profile = issuerProfile(snapshot.issuer, PUBLIC_URL, [newer, key], at);
  const load = served(await statusList([]), profile);
  expect((await answers(given, undefined, { load })).theirs).toEqual(FINE);
  expect(await issuer.check(given.credential, [newer, key])).toBe(true);
  expect(issuerDid("http://localhost:3000", [newer, key], at)).toMatchObject({
    id: "did:web:localhost%3A3000",
    assertionMethod: [`did:web:localhost%3A3000#${newer.multikey}`, `did:web:localhost%3A3000#${key.multikey}`],
  });
});

test("the credential tells grounds and name, and neither address nor document", async () => {
  const { credentialSubject, evidence } = JSON.parse((await certificate()).credential);
  expect(credentialSubject.result).toEqual([
    expect.objectContaining({ value: "88" }),
    expect.objectContaining({ status: "Completed" }),
  ]);
  const [percent, portfolio] = credentialSubject.achievement.resultDescription;
  expect([percent.resultType, percent.requiredValue, portfolio.resultType]).toEqual(["Percent", "80", "Status"]);
  expect(evidence[0].narrative).toBe("Møtte 8 av 9 kursdager, og leverte 4 praksisdokumenter.");
  expect(JSON.stringify(credentialSubject)).not.toContain("@example.no");
});

test("shares are rounded down and halves are days' halves; a number is read out of the id", () => {
  expect([16, 15, 14].map((halves) => attendedPerCent({ halves, held: 9 }))).toEqual([88, 83, 77]);
  expect(attendedPerCent({ halves: 16, held: 10 })).toBe(80);
  expect([
    attendedDays({ halves: 15 }, "nn"),
    attendedDays({ halves: 15 }, "en"),
    attendedDays({ halves: 16 }, "nb"),
  ]).toEqual(["7,5", "7.5", "8"]);
  expect(certificateNumber(CertificateId.parse("crt_9w3k7m4q2ab5cdefghjkmn"))).toBe("9W3K-7M4Q");
});

describe("npm run verify-certificate", () => {
  const folder = newFolder();
  const today = async () => new Date();
  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  test("prints four lines, and its exit code tells the rest", async () => {
    // Nothing answers there: no test asks anybody elsewhere.
    const { credential } = await certificate();
    const path = file("certificate.json", credential.replaceAll(PUBLIC_URL, "http://127.0.0.1:1"));
    const list = file("list.json", JSON.stringify(await statusList([INDEX])));
    const offline = await run(
      [path, "--status-list", list, "--issuer", "https://else.example", "--at", now],
      [],
      today,
    );
    expect(offline.lines.map((line) => line.slice(0, 18).trim())).toEqual([
      "Signature  unknown",
      "Expiry     ok",
      "Status     unknown",
      "Issuer     not ok",
    ]);
    expect(offline.exitCode).toBe(1);
    // At home the runtime's clock may be years ahead: what is issued there is judged by it.
    const nowAt = async (issuer: string) => new Date(issuer === "http://127.0.0.1:1/issuer" ? now : 0);
    const atHome = await run([path, "--status-list", list], ["http://127.0.0.1:1/issuer"], nowAt);
    expect(atHome.lines[1]).toMatch(/^Expiry +ok/);
    expect(atHome.exitCode).toBe(2);
  });

  test.each([
    ["nothing", [], /npm run verify-certificate/],
    ["no file", ["/nowhere/certificate.json"], /^There is no file/],
    ["no JSON", [file("text.json", "Kompetansebevis")], /is not JSON\.$/],
    ["a PDF", [file("certificate.pdf", "%PDF-1.7")], /It is a PDF: give the address/],
    [
      "no credential",
      [file("other.json", '{"name":"x"}')],
      /no credential: wrong or missing are @context, type, issuer/,
    ],
    ["an address without https", ["http://example.no/certificates/1"], /only https is/],
  ])("says in a sentence what is wrong with %s", async (_, args, says) => {
    const { exitCode, lines } = await run(args, [], today);
    expect(exitCode).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
  });
});
