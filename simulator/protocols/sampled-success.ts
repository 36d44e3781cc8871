import type { SampledShape } from '../operations/operation'

/** The body of a success as in the vendor's sample. */
export const sampledSuccess = (
  documented: unknown,
  t: number,
  { envelope, quirks }: SampledShape,
): unknown => {
  const result = quirks.reduce((value, quirk) => quirk.apply(value), documented)
  if (envelope === 'bare') return result
  return envelope === 'swapped'
    ? { result: true, success: result, t }
    : { success: true, t, result }
}
