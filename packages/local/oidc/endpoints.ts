import * as z from "zod";
import { type Answer, json, page, redirect, said } from "#local/local-answer";
import { type AuthorizeRequest, authorizeRequest, type Issuer, tokenRequest } from "#local/oidc/issuer";
import { type Html, html } from "#platform/html/html";

const tokenFor = z.object({ sub: z.string().min(1) });

/**
 * The issuer over HTTP, below its own address. `POST /token-for {"sub"}` is a shortcut for demos and tests that no real
 * issuer has; the address itself tells of it and of who there is. Undefined when the path is not the issuer's.
 */
export async function oidcAnswer(
  issuer: Issuer,
  clientId: string,
  request: { method: string; path: string; query: URLSearchParams; body: string },
): Promise<Answer | undefined> {
  switch (`${request.method} ${request.path}`) {
    case "GET ":
    case "GET /":
      return page(200, peoplePage(issuer).text);
    case "GET /.well-known/openid-configuration":
      return json(200, issuer.discovery);
    case "GET /.well-known/jwks.json":
      return json(200, issuer.jwks);
    case "GET /authorize": {
      const asked = authorizeRequest.safeParse(Object.fromEntries(request.query));
      if (!asked.success)
        return json(400, { error: "invalid_request", error_description: z.prettifyError(asked.error) });
      return page(200, pickPage(issuer, asked.data).text);
    }
    case "POST /authorize": {
      const form = new URLSearchParams(request.body);
      const asked = authorizeRequest.safeParse(Object.fromEntries(form));
      const sub = form.get("sub");
      if (!asked.success || sub === null) return json(400, { error: "invalid_request" });
      return redirect(issuer.authorize(asked.data, sub));
    }
    case "POST /token": {
      const asked = tokenRequest.safeParse(Object.fromEntries(new URLSearchParams(request.body)));
      const tokens = asked.success ? await issuer.exchange(asked.data) : undefined;
      return tokens === undefined ? json(400, { error: "invalid_grant" }) : json(200, tokens);
    }
    case "POST /token-for": {
      const asked = said(tokenFor, request.body);
      if (!asked.success) return json(400, { error: "invalid_request", error_description: whatToSend(issuer) });
      return json(200, await issuer.tokensFor(asked.data.sub, clientId));
    }
    default:
      return undefined;
  }
}

function whatToSend(issuer: Issuer): string {
  return `Send {"sub": "…"}, such as ${issuer.people.map(({ sub }) => sub).join(", ")}.`;
}

function peoplePage(issuer: Issuer): Html {
  const people = issuer.people.map(({ sub, name, email }) => html`<li><code>${sub}</code>: ${name} (${email})</li>`);
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <title>Who can sign in</title>
      <h1>Who can sign in</h1>
      <ul>${people}</ul>
      <p>A token for an hour, to be sent as <code>Authorization: Bearer</code> and the <code>access_token</code>:</p>
      <pre>curl ${issuer.discovery.issuer}/token-for --json '{"sub": "${issuer.people[0]?.sub ?? "…"}"}'</pre>
    </html>`;
}

function pickPage(issuer: Issuer, request: AuthorizeRequest): Html {
  const kept = Object.entries(request).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const people = issuer.people.map(
    ({ sub, name, email }) => html`<p><button name="sub" value="${sub}">${name} (${email})</button></p>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <title>Sign in</title>
      <h1>Sign in as</h1>
      <form method="post">${kept}${people}</form>
    </html>`;
}
