/** The outcome of an answer, independent of the envelope's shape. */
export type Envelope = {
  /** The cloud's time, as it was sent; absent without an envelope. */
  readonly t?: unknown
} & (
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number | string; readonly message: string }
)

type Answer = Readonly<Record<string, unknown>>

const companions = ['result', 'code', 'msg', 't', 'status', 'errorCode']
const yes: readonly unknown[] = [true, 1, '1', 'true']
const no: readonly unknown[] = [false, 0, '0', 'false']
const missing: readonly unknown[] = [undefined, null, '']

/**
 * Unwraps the envelope.
 *
 * The documents show `{success, result, t}`, the same with `result` and `success` swapped (document 001,
 * timer.currentTime; document 004), and bare answers without an envelope. Any other answer is bare, and valid only if
 * the contract can decode it. A code of 0 beside a success is reported by clients of the live cloud.
 */
export const readEnvelope = (answer: unknown): Envelope => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    return { ok: true, result: answer }
  const fields = answer as Answer
  const { success, t } = fields
  const hasSuccess = Object.keys(fields).includes('success')
  if (!hasSuccess || !companions.some((name) => name in fields)) {
    const isFailure =
      isFailing(fields.errorCode) ||
      (isFailing(fields.code) && 'msg' in fields && !hasSuccess && !('result' in fields))
    return isFailure ? failure(fields) : { ok: true, result: answer }
  }
  if (yes.includes(success)) return { ok: true, result: fields.result, t }
  if (no.includes(success) || isFailing(fields.errorCode) || isFailing(fields.code))
    return failure(fields)
  // Neither a success nor a failure: the contract rejects it, so that no command counts as executed.
  return missing.includes(success) ? { ok: true, result: answer } : { ok: true, result: success, t }
}

/** The vendor writes no code as an empty text or 0. */
const isFailing = (code: unknown): boolean => !missing.includes(code) && code !== 0 && code !== '0'

const failure = ({ code, errorCode, msg, errorMsg, t }: Answer): Envelope => ({
  ok: false,
  t,
  code: codeOf(isFailing(errorCode) ? errorCode : code),
  message: [msg, errorMsg].find((text): text is string => typeof text === 'string') ?? '',
})

/** A numeric code is a number, also if the cloud sends it as text. */
const codeOf = (code: unknown): number | string =>
  typeof code === 'number' || (typeof code === 'string' && /^-?\d{1,15}$/.test(code))
    ? Number(code)
    : String(code ?? 'none')
