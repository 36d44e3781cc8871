import type { Family } from '../action'
import type { ErrorOrigin } from '../errors/sdk-error'
import { UnsupportedError } from '../errors/unsupported-error'

/** No transport of the panel supports the family of a call. */
export const noTransport = (
  origin: ErrorOrigin & { readonly family: Family },
  families: readonly Family[] | undefined,
): UnsupportedError =>
  new UnsupportedError(
    origin,
    families === undefined
      ? 'the panel has no transport. Pass the option `transport` to createPanel.'
      : `no transport supports the family ${origin.family}, only ${families.join(' and ')}. Add one with \`combine\`.`,
  )
