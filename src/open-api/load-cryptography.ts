import type { ErrorOrigin } from '../core/errors/sdk-error'
import { TransportError } from '../core/errors/transport-error'

/** Loads crypto-js. */
export const loadCryptography = (origin: ErrorOrigin): Promise<typeof import('./cryptography')> =>
  import('./cryptography').catch(() => {
    throw new TransportError(origin, { delivery: 'not-sent', reason: 'crypto-js was not loaded' })
  })
