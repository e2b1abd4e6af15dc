/** The issuer's key, Ed25519. The private half is wherever this is implemented, and never handed out. */
export interface Signer {
  /** The signature of `bytes` themselves, not of a hash of them: 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** The public half: 32 bytes, without any wrapping. */
  publicKey(): Promise<Uint8Array>;
}
