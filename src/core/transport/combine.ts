import { flatMap } from '../contract/flat-map'
import type { Transport } from './transport'

/** One transport out of several: each call goes to the first that speaks its family. */
export const combine = (...transports: readonly Transport[]): Transport => ({
  name: transports.map(({ name }) => name).join(' + '),
  families: flatMap(transports, ({ families }) => families),
  send: (request) => {
    const speaker = transports.find(({ families }) => families.includes(request.family))
    if (speaker === undefined) throw new TypeError(`no transport speaks ${request.family}`)
    return speaker.send(request)
  },
})
