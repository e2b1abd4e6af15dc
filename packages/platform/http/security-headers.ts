/**
 * On every answer. Pages run no script and load only our own style sheet and pictures.
 *
 * @param stripeEndpoint where Stripe's pages are when it isn't Stripe itself, such as the local stand-in: browsers hold
 *   `form-action` against the redirect after a form too
 */
export function securityHeaders(stripeEndpoint = "https://checkout.stripe.com") {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self' data:",
      `form-action 'self' ${new URL(stripeEndpoint).origin}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    // A page's address holds the key to an order: it must not travel on as a referrer, nor stay in a cache.
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  } as const;
}
