import type { SampledShape } from '../operations/operation'

/** The body of a success as the vendor's sample shows it. */
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
