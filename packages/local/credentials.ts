/** Region and keys the SDK insists on; nothing local checks them. */
export const localCredentials = {
  region: "eu-north-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
};
