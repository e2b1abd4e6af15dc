import { afterEach, expect, test } from "vitest";
import { type Product, startProduct } from "#test/product";

let product: Product | undefined;
afterEach(() => product?.stop());

test.each([{ bundling: false }, { bundling: true }])(
  "the product answers at home, with $bundling for bundling",
  async (how) => {
    product = await startProduct(how);
    const response = await fetch(`${product.apiUrl}/orders/nothing`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    await product.clock.advance(60);
    const failed = Object.entries(product.functions()).filter(([, use]) => use.errors > 0);
    expect(failed).toEqual([]);
  },
);
