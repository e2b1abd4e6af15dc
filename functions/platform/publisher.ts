import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import * as z from "zod";
import { environment } from "#platform/environment";
import { publisher } from "#platform/events/publisher";

const env = environment({ BUS_NAME: z.string() }, process.env);

export const handler = publisher(new EventBridgeClient({ maxAttempts: 3 }), env.BUS_NAME);
