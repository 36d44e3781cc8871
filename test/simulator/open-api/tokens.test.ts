import { describe, expect, it } from 'vitest'
import { createSimulator, type Simulator } from '../../../simulator'
import { frontDoor, simulated } from '../client'
import { answerOf, routeRequest, type TokenResult, tokenFor } from '../route-request'

const TWO_HOURS_MS = 7_200_000
const TOKEN = 'GET /v1.0/token'
const REFRESH = 'GET /v1.0/token/{refresh_token}'

const codeWith = (simulator: Simulator, accessToken: string | undefined) =>
  answerOf(
    simulator,
    routeRequest(
      simulator,
      'GET /v1.0/devices/{device_id}/users',
      { device_id: frontDoor.id },
      accessToken,
    ),
  ).code
const refreshed = (simulator: Simulator, refresh_token: string) =>
  answerOf(simulator, routeRequest(simulator, REFRESH, { refresh_token }))

describe('a token', () => {
  it('is issued for a signature, and is valid for two hours', () => {
    const simulator = simulated()
    const token = tokenFor(simulator)
    expect(token).toMatchObject({ expire_time: 7_200 })
    expect(codeWith(simulator, token.access_token)).toBeUndefined()
    simulator.clock.advance(TWO_HOURS_MS - 1)
    simulator.clock.advance(1)
    expect(codeWith(simulator, token.access_token)).toBe(1010)
  })

  it('stays the same while it is valid, with its remaining time', () => {
    const simulator = simulated()
    const first = tokenFor(simulator)
    simulator.clock.advance(1_000_000)
    expect(tokenFor(simulator)).toEqual({ ...first, expire_time: 6_200 })
    simulator.clock.advance(TWO_HOURS_MS)
    expect(tokenFor(simulator).access_token).not.toBe(first.access_token)
  })

  it('is refused if it is absent or was not issued', () => {
    const simulator = simulated()
    expect(codeWith(simulator, undefined)).toBe(1002)
    expect(codeWith(simulator, 'made-up')).toBe(1010)
  })

  it('is refreshed once, which revokes both old tokens', () => {
    const simulator = simulated()
    const old = tokenFor(simulator)
    const answer = refreshed(simulator, old.refresh_token)
    const fresh = answer.result as TokenResult
    expect(fresh.expire_time).toBe(7_200)
    expect(codeWith(simulator, old.access_token)).toBe(1010)
    expect(refreshed(simulator, old.refresh_token).code).toBe(1010)
    expect(refreshed(simulator, 'made-up').code).toBe(1010)
    expect(codeWith(simulator, fresh.access_token)).toBeUndefined()
  })

  it('can be refreshed long after it expired', () => {
    const simulator = simulated()
    const { refresh_token } = tokenFor(simulator)
    simulator.clock.advance(100 * TWO_HOURS_MS)
    expect(refreshed(simulator, refresh_token).success).toBe(true)
  })

  it('is not issued for another grant type', () => {
    const simulator = simulated()
    const codeFor = (params: object) =>
      answerOf(simulator, routeRequest(simulator, TOKEN, { ...params })).code
    expect(codeFor({ grant_type: 2 })).toBe(1003)
    expect(codeFor({})).toBe(1100)
  })

  it('is affected by planned faults', () => {
    const simulator = simulated()
    simulator.faults.next(TOKEN, { vendorCode: 28841004 })
    expect(answerOf(simulator, routeRequest(simulator, TOKEN, { grant_type: 1 })).code).toBe(
      28841004,
    )
  })

  it('belongs to the project whose id and secret are set by options', () => {
    const simulator = createSimulator({ clientId: 'mine', accessKey: 'm'.repeat(32) })
    expect(simulator).toMatchObject({ clientId: 'mine', accessKey: 'm'.repeat(32) })
    expect(tokenFor(simulator).access_token).toHaveLength(32)
    expect(simulator.world.tokens).toHaveLength(1)
  })
})
