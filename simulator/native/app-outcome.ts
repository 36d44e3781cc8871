import type { SimulatedAnswer } from '../exchange'

/** The outcome that an app derives from an answer of the cloud and passes to its panel. */
export type AppOutcome =
  /** Without its envelope, as JSON text. */
  | { readonly kind: 'result'; readonly text: string }
  | { readonly kind: 'refusal'; readonly code: number | string; readonly msg: string }
  | { readonly kind: 'network' }

const enveloped =
  /^\{"success":true,"result":([\s\S]*?)(?:,"t":\d+)?(?:,"status":"ok")?(?:,"tid":"[0-9a-f]+")?\}$/

/** The app removes the envelope from the text: a Long keeps its digits for a panel that receives text. */
export const outcomeOf = (answer: SimulatedAnswer): AppOutcome => {
  if (answer.kind === 'dropped') return { kind: 'network' }
  const body = parsed(answer.body)
  if (typeof body !== 'object' || body === null) return { kind: 'network' }
  const { success, code, msg = '' } = body as Readonly<Record<string, unknown>>
  if (success === false) return { kind: 'refusal', code: code as number | string, msg: String(msg) }
  const bare = enveloped.exec(answer.body)?.[1]
  if (bare !== undefined && parsed(bare) !== undefined) return { kind: 'result', text: bare }
  // The app passes on any other body whole, for example if `result` and `success` are swapped.
  const result =
    success === true && 'result' in body ? (body as { readonly result: unknown }).result : body
  return { kind: 'result', text: JSON.stringify(result) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
