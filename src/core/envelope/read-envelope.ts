/** What an answer says, whatever shape it came in. */
export type Envelope =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number | string; readonly message: string }

type Answer = Readonly<Record<string, unknown>>

const companions = ['result', 'code', 'msg', 't', 'status', 'errorCode']
const yes: readonly unknown[] = [true, 1, '1', 'true']
const no: readonly unknown[] = [false, 0, '0', 'false']

/**
 * Takes the envelope off.
 *
 * The documents show `{success, result, t}`, the same with `result` and `success` swapped (document 001,
 * timer.currentTime; document 004), and bare answers without any envelope. What is none of the first two is bare,
 * and valid only if the contract can read it.
 */
export const readEnvelope = (answer: unknown): Envelope => {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    return { ok: true, result: answer }
  const fields = answer as Answer
  const enveloped = 'success' in fields && companions.some((name) => name in fields)
  if (stands(fields.errorCode) || (enveloped && no.includes(fields.success))) return failure(fields)
  if (enveloped)
    return { ok: true, result: yes.includes(fields.success) ? fields.result : fields.success }
  if (stands(fields.code) && 'msg' in fields && !('success' in fields) && !('result' in fields))
    return failure(fields)
  return { ok: true, result: answer }
}

const stands = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const failure = ({ code, errorCode, msg, errorMsg }: Answer): Envelope => ({
  ok: false,
  code: codeOf(stands(errorCode) ? errorCode : code),
  message: [msg, errorMsg].find((text): text is string => typeof text === 'string') ?? '',
})

/** A numeric code is a number, also where the cloud sends its text. */
const codeOf = (code: unknown): number | string =>
  typeof code === 'number' || (typeof code === 'string' && /^-?\d{1,15}$/.test(code))
    ? Number(code)
    : String(code ?? 'none')
