import fc from 'fast-check'
import { expect, it } from 'vitest'
import { simulated } from '../client'
import { answerOf, routeRequest, tokenFor } from '../route-request'

const LIST = 'GET /v1.1/devices/{device_id}/users'
const ADD = 'POST /v1.0/devices/{device_id}/user'

/** Whole characters: half of a surrogate pair cannot be sent. */
const words = fc.string({ unit: 'grapheme', maxLength: 12 })
/** No parameter can have the name of the prototype; the package drops it. */
const names = words.filter((text) => text !== '__proto__')
const segment = words.filter((text) => !/^\.{0,2}$/.test(text))

/** The signing of the package and the checks of the simulator are independent implementations. */
it('the simulator accepts every request that the package signs, and reads its parameters unchanged', () => {
  const simulator = simulated()
  const { access_token } = tokenFor(simulator)
  const arrival = (name: string, params: Readonly<Record<string, unknown>>) => {
    const { code } = answerOf(simulator, routeRequest(simulator, name, params, access_token))
    return {
      code,
      params: simulator.requests.at(-1)?.params,
      action: simulator.requests.at(-1)?.action,
    }
  }
  fc.assert(
    fc.property(segment, fc.dictionary(names, words, { maxKeys: 5 }), (device_id, fields) => {
      const { device_id: _, ...others } = fields
      const params = { ...others, device_id }
      for (const action of [LIST, ADD]) {
        const { code, ...arrived } = arrival(action, params)
        expect(code).not.toBe(1004)
        expect(arrived).toEqual({ action, params })
      }
    }),
    { numRuns: 500 },
  )
})
