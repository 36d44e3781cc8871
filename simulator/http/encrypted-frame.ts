import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { QueuedMessage } from '../messages/message-queue'

export type Encryption = 'aes_gcm' | 'aes_ecb'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** The password of the login to the message service. */
export const messagesPassword = (clientId: string, accessKey: string): string =>
  md5(`${clientId}${md5(accessKey)}`).slice(8, 24)

/** A message as the socket carries it: encrypted, signed, in base64. */
export const encryptedFrame = (
  { data, ...message }: QueuedMessage,
  accessKey: string,
  encryption: Encryption,
): string => frameWithText(JSON.stringify(data), message, accessKey, encryption)

/** The same with any text as the content. */
export const frameWithText = (
  text: string,
  { messageId, protocol, publishedAtMs, redeliveryCount }: Omit<QueuedMessage, 'data'>,
  accessKey: string,
  encryption: Encryption,
): string => {
  const key = accessKey.slice(8, 24)
  const encrypted = encryption === 'aes_gcm' ? withGcm(text, key) : withEcb(text, key)
  const envelope = { data: encrypted, protocol, pv: '2.0', t: publishedAtMs }
  const signed = `data=${encrypted}||protocol=${protocol}||pv=2.0||t=${publishedAtMs}||${accessKey}`
  return JSON.stringify({
    messageId,
    payload: Buffer.from(JSON.stringify({ ...envelope, sign: md5(signed) })).toString('base64'),
    properties: { em: encryption },
    publishTime: new Date(publishedAtMs).toISOString(),
    redeliveryCount,
  })
}

const withGcm = (text: string, key: string): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const parts = [nonce, cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64')
}

const withEcb = (text: string, key: string): string => {
  const cipher = createCipheriv('aes-128-ecb', key, null)
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64')
}
