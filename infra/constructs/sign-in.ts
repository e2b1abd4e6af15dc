import { Duration } from "aws-cdk-lib";
import { AccountRecovery, FeaturePlan, UserPool, UserPoolClient, UserPoolEmail } from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";

/** People sign in by a code sent to their mail address; Cognito issues the tokens that our routes verify. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  /** The `iss` of the tokens; its JWKS is at `<issuer>/.well-known/jwks.json`. */
  readonly issuer: string;
  /** The `client_id` of the access tokens. */
  readonly audience: string;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    this.userPool = new UserPool(this, "UserPool", {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // A code by mail is the way in. Cognito insists that a password can be a first factor too, so it must be a good one.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
      email: stage.mailDomainVerified
        ? UserPoolEmail.withSES({
            fromEmail: stage.mailSender,
            fromName: "SMART oppvekst",
            sesRegion: stage.region,
            sesVerifiedDomain: stage.mailDomain,
          })
        : UserPoolEmail.withCognito(),
    });
    acknowledge(
      this.userPool,
      "AwsSolutions-COG2",
      "Cognito can't combine a required second factor with codes by mail.",
    );
    acknowledge(
      this.userPool,
      "AwsSolutions-COG8",
      "The plus plan scores password sign-ins at five times the price; ours are codes by mail, which it doesn't score.",
    );
    const client = new UserPoolClient(this, "Client", {
      userPool: this.userPool,
      authFlows: { user: true },
      generateSecret: false,
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });
    this.issuer = this.userPool.userPoolProviderUrl;
    this.audience = client.userPoolClientId;
  }
}
