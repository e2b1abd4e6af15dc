/** A route of an HTTP API: its key, such as `GET /orders/{orderId}` or `$default`, and what it leads to. */
export interface GatewayRoute<T> {
  routeKey: string;
  target: T;
}

export interface RouteMatch<T> {
  routeKey: string;
  target: T;
  /** Decoded values of the path's parameters. */
  pathParameters: Record<string, string>;
}

/**
 * Finds the most specific route: a fixed segment before a parameter before the rest of a path (`{proxy+}`), the method's
 * own route before `ANY`, and `$default` last.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function router<T>(
  routes: readonly GatewayRoute<T>[],
): (method: string, path: string) => RouteMatch<T> | undefined {
  const parsed = routes
    .filter((route) => route.routeKey !== "$default")
    .map((route) => {
      const [method = "", path = ""] = route.routeKey.split(" ");
      return { ...route, method, segments: path.split("/") };
    })
    .sort((a, b) => compare(rank(a), rank(b)));
  const fallback = routes.find((route) => route.routeKey === "$default");

  return (method, path) => {
    const segments = path.split("/");
    for (const route of parsed) {
      if (route.method !== method && route.method !== "ANY") continue;
      const pathParameters = matchSegments(route.segments, segments);
      if (pathParameters !== undefined) return { routeKey: route.routeKey, target: route.target, pathParameters };
    }
    return fallback === undefined ? undefined : { ...fallback, pathParameters: {} };
  };
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(expected) ?? [];
    const actual = segments[index];
    if (actual === undefined) return undefined;
    if (name === undefined) {
      if (actual !== expected) return undefined;
      continue;
    }
    const value = greedy === "+" ? segments.slice(index).join("/") : actual;
    if (value === "") return undefined;
    parameters[name] = decode(value);
    if (greedy === "+") return parameters;
  }
  return segments.length === pattern.length ? parameters : undefined;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Lower sorts first. */
function rank({ method, segments }: { method: string; segments: readonly string[] }): number[] {
  const kinds = segments.map((segment) => (segment.endsWith("+}") ? 2 : segment.startsWith("{") ? 1 : 0));
  return [...kinds, method === "ANY" ? 1 : 0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
