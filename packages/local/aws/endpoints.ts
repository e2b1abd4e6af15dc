import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type PutEvent, putEvents } from "#local/eventbridge/event-bus";
import type { Mishap } from "#local/faults";
import type { LocalKms } from "#local/kms/kms";
import { type Answer, json } from "#local/local-answer";
import type { localSes } from "#local/ses/ses";
import type { LocalSqs } from "#local/sqs/sqs";
import type { Secrets } from "#local/stripe-party";

export interface AwsRequest {
  method: string;
  /** Below the service's own address. */
  path: string;
  /** `x-amz-target`, such as `AWSEvents.PutEvents`. */
  target: string | undefined;
  /** Which thread of a function asks; nobody's, when it is something else. */
  thread: string | undefined;
  body: string;
}

export interface AwsServices {
  busNames: ReadonlySet<string>;
  putEvent: PutEvent;
  ses: ReturnType<typeof localSes>;
  kms: LocalKms;
  sqs: LocalSqs;
  secrets: Secrets;
  now: () => number;
}

const secretRequest = z.object({ SecretId: z.string() });

/** The operations of AWS the product uses, besides DynamoDB. The service is the first part of the path. */
export function awsAnswer(services: AwsServices, service: string, request: AwsRequest): Answer {
  const operation = request.target ?? `${request.method} ${request.path}`;
  switch (`${service} ${operation}`) {
    case "eventbridge AWSEvents.PutEvents": {
      const answer = putEvents(JSON.parse(request.body), services.busNames, services.putEvent, services.now);
      return answer === undefined
        ? awsError(400, "ValidationException", "Malformed PutEvents request.")
        : json(200, answer);
    }
    case "secrets-manager secretsmanager.GetSecretValue": {
      const { SecretId } = secretRequest.parse(JSON.parse(request.body));
      const value = services.secrets(SecretId, request.thread);
      if (value === undefined) {
        return awsError(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret value.");
      }
      return json(200, { ARN: SecretId, Name: SecretId, SecretString: value, VersionId: "local" });
    }
    case "ses POST /v2/email/outbound-emails": {
      const answer = services.ses.send(JSON.parse(request.body));
      if ("messageId" in answer) return json(200, { MessageId: answer.messageId });
      return awsError(answer.code === "NotFoundException" ? 404 : 400, answer.code, answer.message);
    }
    case "kms TrentService.Sign":
    case "kms TrentService.GetPublicKey":
    case "kms TrentService.GenerateDataKey":
    case "kms TrentService.Decrypt": {
      const answer = services.kms(request.target ?? "", JSON.parse(request.body));
      if (answer === undefined) return awsError(400, "NotFoundException", "There is no such key for this.");
      return "refused" in answer ? awsError(400, answer.refused, answer.refused) : json(200, answer);
    }
    default: {
      const [, name = ""] = operation.match(/^AmazonSQS\.(\w+)$/) ?? [];
      const answer = service === "sqs" ? services.sqs(name, JSON.parse(request.body)) : undefined;
      if (answer !== undefined && "answer" in answer) return json(200, answer.answer);
      if (answer !== undefined) return awsError(400, answer.code, answer.message);
      return awsError(501, "UnknownOperationException", `The local runtime does not know ${operation} of ${service}.`);
    }
  }
}

/** Answers unless something goes wrong with the request, before or after it is done. */
export async function unlessBroken(
  mishap: Mishap | undefined,
  answer: () => Answer,
  failed: (mishap: Mishap) => Answer = ({ status, code, message }) => awsError(status, code, message),
): Promise<Answer> {
  if (mishap?.when === "before") return failed(mishap);
  const answered = answer();
  await mishap?.first?.();
  return mishap === undefined ? answered : failed(mishap);
}

function awsError(status: number, code: string, message: string): Answer {
  return json(status, { __type: code, message }, { "x-amzn-errortype": code, "x-amzn-requestid": randomUUID() });
}
