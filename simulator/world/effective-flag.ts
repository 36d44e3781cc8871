/** 0 expired, 1 valid, 2 valid later; all in the same unit, an absent end is open. */
export const effectiveFlagOf = (
  {
    from = 0,
    until = Number.POSITIVE_INFINITY,
  }: { readonly from?: number | undefined; readonly until?: number | undefined },
  now: number,
): 0 | 1 | 2 => {
  if (now < from) return 2
  return now < until ? 1 : 0
}
