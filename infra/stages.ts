import { RemovalPolicy } from "aws-cdk-lib";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Seller } from "#kernel/seller";

export type StageName = "dev" | "prod";

/** Everything that differs between the stages. No secret belongs here: secrets are in Secrets Manager. */
export interface Stage {
  readonly name: StageName;
  /** The AWS account deployed to; left out, the account of the credentials at hand. */
  readonly account?: string;
  readonly region: "eu-north-1";
  /** The name people see in links. Left out, the API keeps the address API Gateway gives it. */
  readonly publicDomain?: string;
  /** The domain mail is sent from: an SES identity, whose DKIM records must be in its DNS. */
  readonly mailDomain: string;
  readonly mailSender: string;
  /** True once SES shows the domain as verified; until then Cognito sends its codes itself (50 a day). */
  readonly mailDomainVerified: boolean;
  /** Employees of the municipality prove an address in this domain to get a free festival ticket. */
  readonly municipalityDomain: string;
  /** Who sells, on receipts. */
  readonly seller: Seller;
  /** The address whose account is an administrator's from the start; they give the others their roles. */
  readonly firstAdministrator: string;
  /** Who is told when an alarm goes off. */
  readonly alarmAddress: string;
  readonly logLevel: "DEBUG" | "INFO" | "WARN" | "ERROR";
  readonly logRetention: RetentionDays;
  /** The gateway's log of what was asked: 12 months in prod (it names no one). */
  readonly accessLogRetention: RetentionDays;
  /** Days of events kept in the bus's archive, to be replayed after a fault in a consumer. */
  readonly eventArchiveDays: number;
  /** The table that a restore has made, in the template's place: see RECOVERY.md. Its stream's label ends the stream's ARN. */
  readonly restoredTable?: { readonly name: string; readonly streamLabel: string };
  /** What happens to data when its resource leaves the template. */
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
  /** Requests a second, and how many at once, over all routes: more are answered 429 by the gateway. */
  readonly throttling: { readonly requestsPerSecond: number; readonly burst: number };
}

export const stages: Readonly<Record<StageName, Stage>> = {
  dev: {
    name: "dev",
    region: "eu-north-1",
    mailDomain: "dev.smart.example.no",
    mailSender: "bestilling@dev.smart.example.no",
    mailDomainVerified: false,
    municipalityDomain: "kommune.example.no",
    seller: { name: "SMART oppvekst, Eksempel kommune", organisationNumber: "100000008", vatRegistered: true },
    firstAdministrator: "leder@dev.smart.example.no",
    alarmAddress: "drift@dev.smart.example.no",
    logLevel: "DEBUG",
    logRetention: RetentionDays.TWO_WEEKS,
    accessLogRetention: RetentionDays.TWO_WEEKS,
    eventArchiveDays: 14,
    removalPolicy: RemovalPolicy.DESTROY,
    deletionProtection: false,
    throttling: { requestsPerSecond: 50, burst: 100 },
  },
  prod: {
    name: "prod",
    region: "eu-north-1",
    publicDomain: "smart.example.no",
    mailDomain: "smart.example.no",
    mailSender: "bestilling@smart.example.no",
    mailDomainVerified: true,
    municipalityDomain: "kommune.example.no",
    seller: { name: "SMART oppvekst, Eksempel kommune", organisationNumber: "100000008", vatRegistered: true },
    firstAdministrator: "leder@smart.example.no",
    alarmAddress: "drift@smart.example.no",
    logLevel: "INFO",
    logRetention: RetentionDays.THREE_MONTHS,
    accessLogRetention: RetentionDays.ONE_YEAR,
    eventArchiveDays: 365,
    removalPolicy: RemovalPolicy.RETAIN,
    deletionProtection: true,
    // The festival opens to 1,500 people at once, each making about ten requests in the first minute: 250 a second.
    throttling: { requestsPerSecond: 500, burst: 1000 },
  },
};

/** True for a name `stages` knows, as read from a command line or the CDK context. */
export function isStageName(value: unknown): value is StageName {
  return typeof value === "string" && Object.hasOwn(stages, value);
}
