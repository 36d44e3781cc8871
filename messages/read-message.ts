import type { Errors } from 'io-ts'
import { issuesOf } from '../src/core/errors/issue'
import { parseJson } from '../src/core/json/parse-json'
import { envelopeContract, frameContract } from './contracts'
import { messageKey, signatureOf } from './credentials'
import { decrypt, encryptionModel } from './decrypt'
import type { UnreadableEvent, UnreadableReason } from './event'

/** A decrypted message. */
export interface ReadMessage {
  readonly kind: 'message'
  readonly messageId: string
  readonly protocol: number | undefined
  /** Milliseconds since 1970; `undefined` if neither the frame nor the envelope says. */
  readonly publishedAtMs: number | undefined
  readonly data: unknown
}

const explanations: Readonly<Record<UnreadableReason, string>> = {
  frame: 'The frame is not a message of the protocol. Check the address.',
  signature:
    'The signature is missing or wrong. Check the secret, or encrypt with AES-GCM, which needs no signature.',
  decryption: 'The message could not be decrypted. Check the secret.',
  contract: 'The message lacks what its kind needs.',
}

export const unreadable = (
  messageId: string | undefined,
  reason: UnreadableReason,
  errors: Errors = [],
): UnreadableEvent => ({
  kind: 'unreadable',
  messageId,
  reason,
  explanation: explanations[reason],
  issues: issuesOf(errors),
})

export interface ReadingOptions {
  readonly secret: string
  /** `ignored` accepts a message with AES-ECB whose signature is missing or wrong. */
  readonly signature: 'required' | 'ignored'
}

/**
 * Reads a frame: envelope, signature, decryption. With AES-GCM the tag already proves that the data is unchanged, so the
 * signature is checked only with AES-ECB.
 */
export const readMessage = (
  text: string,
  { secret, signature }: ReadingOptions,
): ReadMessage | UnreadableEvent => {
  const frame = frameContract.readTolerantly(jsonOf(text))
  if (!frame.ok) return unreadable(messageIdOf(text), 'frame', frame.errors)
  const { messageId, payload, properties, publishTime } = frame.value
  const raw = jsonOf(Buffer.from(payload, 'base64').toString('utf8'))
  const envelope = envelopeContract.readTolerantly(raw)
  if (!envelope.ok) return unreadable(messageId, 'frame', envelope.errors)

  const { data, protocol, t, sign } = envelope.value
  const model = encryptionModel(properties?.em)
  if (
    model === 'aes_ecb' &&
    signature === 'required' &&
    sign?.toLowerCase() !== signatureOf(raw as Readonly<Record<string, unknown>>, secret)
  )
    return unreadable(messageId, 'signature')
  const plain = decrypt(data, model, messageKey(secret))
  const content = plain === undefined ? undefined : jsonOf(plain)
  if (content === undefined) return unreadable(messageId, 'decryption')
  const publishedAtMs = Date.parse(publishTime ?? '')
  return {
    kind: 'message',
    messageId,
    protocol,
    publishedAtMs: Number.isFinite(publishedAtMs) ? publishedAtMs : t,
    data: content,
  }
}

const jsonOf = (text: string): unknown => {
  const parsed = parseJson(text)
  return parsed.ok ? parsed.value : undefined
}

/** A frame without a payload can be acknowledged if it has an id. */
const messageIdOf = (text: string): string | undefined => textIn(jsonOf(text), 'messageId')

/** The cloud's id of the report. */
export const dataIdOf = ({ data }: ReadMessage): string | undefined => textIn(data, 'dataId')

const textIn = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const text = (value as Readonly<Record<string, unknown>>)[name]
  return typeof text === 'string' && text !== '' ? text : undefined
}
