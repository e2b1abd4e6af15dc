/** What a function at home gets besides its own variables from the template. */
export function localEnvironment(addresses: {
  dynamodbEndpoint: string;
  /** The other services of AWS, by their name below this address. */
  awsUrl: string;
  stripeEndpoint?: string;
  /** In the place of the template's client, with a real issuer. */
  audience?: string;
}): (own: Readonly<Record<string, string>>) => Record<string, string> {
  const { dynamodbEndpoint, awsUrl, stripeEndpoint, audience } = addresses;
  return (own) => ({
    AWS_REGION: "eu-north-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: dynamodbEndpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: `${awsUrl}/eventbridge`,
    AWS_ENDPOINT_URL_KMS: `${awsUrl}/kms`,
    AWS_ENDPOINT_URL_S3: `${awsUrl}/s3`,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `${awsUrl}/secrets-manager`,
    AWS_ENDPOINT_URL_SESV2: `${awsUrl}/ses`,
    // A service the runtime does not have is answered by an error that names it, and never by AWS itself.
    AWS_ENDPOINT_URL: `${awsUrl}/unknown`,
    TZ: "UTC",
    ...(stripeEndpoint !== undefined && { STRIPE_ENDPOINT: stripeEndpoint }),
    ...(own["OIDC_AUDIENCE"] !== undefined && audience !== undefined && { OIDC_AUDIENCE: audience }),
  });
}
