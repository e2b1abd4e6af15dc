import * as z from "zod";
import { ProductId } from "#kernel/ids";
import { pageOf, paging } from "#platform/http/paging";
import { json, noBody, none, reply, routeOf } from "#platform/http/route";
import { Product, ProductDetails } from "../domain/product.ts";
import { StockAdjustment } from "../domain/stock.ts";
import type { CatalogueApp } from "./catalogue-app.ts";
import { AdminProduct, adminProduct, PublicProduct, publicProduct } from "./product-views.ts";

const route = routeOf<CatalogueApp>();
const params = z.strictObject({ productId: ProductId });
const seen = z.strictObject({ version: z.int().min(1) });

export const productRoutes = [
  route({
    name: "list-products",
    method: "GET",
    path: "/products",
    access: "public",
    summary: "Goods on sale, a page at a time, in order of kind and title",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of goods", pageOf(PublicProduct)) },
    errors: [],
    async handle(app, { query }) {
      const page = await app.readProducts.list("published", query);
      return reply(200, { ...page, items: page.items.map(publicProduct) });
    },
  }),
  route({
    name: "get-product",
    method: "GET",
    path: "/products/{productId}",
    access: "public",
    summary: "Goods on sale",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The goods", PublicProduct) },
    errors: ["not-found"],
    handle: async (app, { params }) =>
      reply(200, publicProduct(await app.readProducts.one("published", params.productId))),
  }),
  route({
    name: "list-all-products",
    method: "GET",
    path: "/admin/products",
    access: ["administrator"],
    summary: "All products with their stock, a page at a time: drafts first, then published, then withdrawn ones",
    params: none,
    query: paging,
    body: noBody,
    answers: { 200: json("A page of products", pageOf(AdminProduct)) },
    errors: [],
    async handle(app, { query }) {
      const page = await app.readProducts.list("all", query);
      return reply(200, { ...page, items: page.items.map(adminProduct) });
    },
  }),
  route({
    name: "get-any-product",
    method: "GET",
    path: "/admin/products/{productId}",
    access: ["administrator"],
    summary: "A product with its stock, published or not",
    params,
    query: none,
    body: noBody,
    answers: { 200: json("The product", AdminProduct) },
    errors: ["not-found"],
    handle: async (app, { params }) => reply(200, adminProduct(await app.readProducts.one("all", params.productId))),
  }),
  route({
    name: "create-product",
    method: "POST",
    path: "/products",
    access: ["administrator"],
    summary: "Create a product, as a draft with nothing on the shelf",
    params: none,
    query: none,
    body: ProductDetails,
    answers: { 201: json("The draft", Product) },
    errors: ["busy-try-again"],
    handle: async (app, { body, origin }) => reply(201, await app.createProduct(origin, body)),
  }),
  route({
    name: "edit-product",
    method: "PUT",
    path: "/products/{productId}",
    access: ["administrator"],
    summary: "Change a product's details, such as its price; orders keep the price they were placed at",
    params,
    query: none,
    body: ProductDetails.safeExtend(seen.shape),
    answers: { 200: json("The product", Product) },
    errors: ["not-found", "changed-meanwhile", "busy-try-again"],
    handle: async (app, { params, body: { version, ...details }, origin }) =>
      reply(200, await app.changeProduct.edit(origin, { ...params, version }, details)),
  }),
  route({
    name: "publish-product",
    method: "POST",
    path: "/products/{productId}/publication",
    access: ["administrator"],
    summary: "Put a product up for sale",
    params,
    query: none,
    body: seen,
    answers: { 200: json("The product", Product) },
    errors: ["not-found", "changed-meanwhile", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.changeProduct.publish(origin, { ...params, ...body })),
  }),
  route({
    name: "withdraw-product",
    method: "POST",
    path: "/products/{productId}/withdrawal",
    access: ["administrator"],
    summary: "Take a product off sale; what has been ordered is still sent",
    params,
    query: none,
    body: seen,
    answers: { 200: json("The product", Product) },
    errors: ["not-found", "changed-meanwhile", "product-not-for-sale", "busy-try-again"],
    handle: async (app, { params, body, origin }) =>
      reply(200, await app.changeProduct.withdraw(origin, { ...params, ...body })),
  }),
  route({
    name: "adjust-stock",
    method: "POST",
    path: "/products/{productId}/stock-adjustments",
    access: ["administrator"],
    summary: "Put pieces on the shelf, or take off what is gone for another reason than an order",
    params,
    query: none,
    body: StockAdjustment,
    answers: { 201: json("The adjustment", StockAdjustment) },
    errors: ["not-found", "stock-below-reserved", "busy-try-again"],
    handle: async (app, { params, body, origin }) => reply(201, await app.adjustStock(origin, params.productId, body)),
  }),
];
