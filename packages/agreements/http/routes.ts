import { agreementRoutes } from "./agreement-routes.ts";

export const routes = [...agreementRoutes];
