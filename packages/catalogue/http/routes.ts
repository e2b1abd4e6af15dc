import { offeringRoutes } from "./offering-routes.ts";
import { productRoutes } from "./product-routes.ts";

export const routes = [...productRoutes, ...offeringRoutes];
