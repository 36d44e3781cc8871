import { flatMap } from '../contract/flat-map'
import { assertValid } from '../options/check'
import { carriedBy } from './carried-by'
import { isTransport } from './is-transport'
import { noTransport } from './no-transport'
import type { Transport } from './transport'

/**
 * Combines transports; a call goes to the first one that carries its action.
 *
 * @example
 * ```ts
 * const both = combine(wxRequest({ url: '/', wx: simulator.asWx() }), nativeBridge(simulator.asTYSdk()))
 * ```
 */
export const combine = (...transports: readonly Transport[]): Transport => {
  transports.forEach((transport, index) => {
    assertValid('combine', transport, isTransport, `transports[${index}]`)
  })
  const allFamilies = flatMap(transports, ({ families }) => families)
  return {
    name: transports.map(({ name }) => name).join(' + '),
    families: allFamilies,
    carried: (action) => {
      for (const transport of transports) {
        const carried = carriedBy(transport, action)
        if (carried !== undefined) return carried
      }
      return undefined
    },
    send: (request) => {
      const { action: name, family } = request
      const transport = transports.find((one) => carriedBy(one, { name, family }) !== undefined)
      if (transport === undefined) throw noTransport(request, allFamilies)
      return transport.send(request)
    },
  }
}
