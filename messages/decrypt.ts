import { createDecipheriv } from 'node:crypto'

/** How a message is encrypted: the property `em` of its frame. */
export type EncryptionModel = 'aes_gcm' | 'aes_ecb'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A missing or unknown model counts as `aes_ecb`, as in the vendor's clients. */
export const encryptionModel = (em: unknown): EncryptionModel =>
  em === 'aes_gcm' ? 'aes_gcm' : 'aes_ecb'

/** The plain text of a message; `undefined` for another key, changed data, or bytes that are not UTF-8. */
export const decrypt = (
  data: string,
  model: EncryptionModel,
  key: Uint8Array,
): string | undefined => {
  try {
    const bytes = Buffer.from(data, 'base64')
    const plain = model === 'aes_gcm' ? decryptGcm(bytes, key) : decryptEcb(bytes, key)
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}

/** Nonce, ciphertext, tag; without additional data. */
const decryptGcm = (bytes: Buffer, key: Uint8Array): Buffer => {
  const decipher = createDecipheriv('aes-128-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const ciphertext = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

/** With PKCS #7 padding. */
const decryptEcb = (bytes: Buffer, key: Uint8Array): Buffer => {
  const decipher = createDecipheriv('aes-128-ecb', key, null)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}
