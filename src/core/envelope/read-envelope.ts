/** The outcome of an answer, independent of the envelope's shape. */
export type Envelope =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number | string; readonly message: string }

type Answer = Readonly<Record<string, unknown>>

const companions = ['result', 'code', 'msg', 't', 'status', 'errorCode']
const yes: readonly unknown[] = [true, 1, '1', 'true']
const no: readonly unknown[] = [false, 0, '0', 'false']

/**
 * Unwraps the envelope.
 *
 * The documents show `{success, result, t}`, the same with `result` and `success` swapped (document 001,
 * timer.currentTime; document 004), and bare answers without an envelope. Any other answer is bare, and valid only if
 * the contract can decode it.
 */
export const readEnvelope = (answer: unknown): Envelope => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    return { ok: true, result: answer }
  const fields = answer as Answer
  const enveloped = 'success' in fields && companions.some((name) => name in fields)
  if (isPresent(fields.errorCode) || (enveloped && no.includes(fields.success)))
    return failure(fields)
  if (enveloped)
    return { ok: true, result: yes.includes(fields.success) ? fields.result : fields.success }
  if (isPresent(fields.code) && 'msg' in fields && !('success' in fields) && !('result' in fields))
    return failure(fields)
  return { ok: true, result: answer }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const failure = ({ code, errorCode, msg, errorMsg }: Answer): Envelope => ({
  ok: false,
  code: codeOf(isPresent(errorCode) ? errorCode : code),
  message: [msg, errorMsg].find((text): text is string => typeof text === 'string') ?? '',
})

/** A numeric code is a number, also if the cloud sends it as text. */
const codeOf = (code: unknown): number | string =>
  typeof code === 'number' || (typeof code === 'string' && /^-?\d{1,15}$/.test(code))
    ? Number(code)
    : String(code ?? 'none')
