import { flatMap } from '../contract/flat-map'
import type { Transport } from './transport'

/**
 * Combines transports; a call goes to the first one that supports its family.
 *
 * @example
 * ```ts
 * const both = combine(wxRequest({ url: '/', wx: simulator.asWx() }), nativeBridge(simulator.asTYSdk()))
 * ```
 */
export const combine = (...transports: readonly Transport[]): Transport => ({
  name: transports.map(({ name }) => name).join(' + '),
  families: flatMap(transports, ({ families }) => families),
  send: (request) => {
    const transport = transports.find(({ families }) => families.includes(request.family))
    if (transport === undefined)
      throw new TypeError(`no transport supports the family ${request.family}`)
    return transport.send(request)
  },
})
