import type { Family } from '../action'
import type { ErrorOrigin } from '../errors/sdk-error'
import { UnsupportedError } from '../errors/unsupported-error'

/** No transport of the panel supports the family of a call, or the server of the one that does lacks the action. */
export const noTransport = (
  origin: ErrorOrigin & { readonly family: Family },
  families: readonly Family[] | undefined,
): UnsupportedError => new UnsupportedError(origin, reasonOf(origin.family, families))

const reasonOf = (family: Family, families: readonly Family[] | undefined): string => {
  if (families === undefined)
    return 'the panel has no transport. Pass the option `transport` to createPanel.'
  return families.includes(family)
    ? 'the server of the transport does not have it. Call `capabilities()` of the lock to see what it has.'
    : `no transport supports the family ${family}, only ${families.join(' and ')}. Add one with \`combine\`.`
}
