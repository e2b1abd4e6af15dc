import * as z from "zod";
import { environment } from "#platform/environment";
import { ownStyle } from "#platform/html/own-style";
import { httpHandler } from "#platform/http/handler";
import { docsPage } from "#platform/openapi/docs-page";
import { OpenApiDocument } from "#platform/openapi/shape";
import document from "../openapi.json" with { type: "json" };
import designsystemet from "./designsystemet.json" with { type: "json" };
import { routes } from "./routes.ts";

const env = environment({ PUBLIC_URL: z.url() }, process.env);

const app = {
  publicUrl: env.PUBLIC_URL,
  document,
  docsPage: docsPage(OpenApiDocument.parse(document)),
  css: `${designsystemet.css}\n${ownStyle}`,
};

/** Nothing here is anybody's: everybody is a guest, and whatever no route matches is answered 404. */
export const handler = httpHandler(routes, app, async () => ({ kind: "guest" }));
