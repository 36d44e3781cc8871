/**
 * T0 in the form that a lock reads: the `active_time` of `device.getListByIds`, seconds since 1970, as
 * hexadecimal text of four bytes in small letters (document 001, line 2015).
 *
 * Throws a RangeError for a time that does not fit into four bytes.
 */
export const t0Hex = (activeTimeSeconds: number): string => {
  if (
    !Number.isInteger(activeTimeSeconds) ||
    activeTimeSeconds < 0 ||
    activeTimeSeconds > 0xffffffff
  )
    throw new RangeError('active_time must be whole seconds since 1970 that fit in four bytes')
  return activeTimeSeconds.toString(16).padStart(8, '0')
}
