/** On every answer. Pages run no script and load only our own style sheet and pictures. */
export const SECURITY_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' https://checkout.stripe.com; frame-ancestors 'none'; base-uri 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  // A page's address holds the key to an order: it must not travel on as a referrer, nor stay in a cache.
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
} as const;
