import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Served, Simulator } from '../../simulator'
import { frontDoor, type Params, requestFor, START_MS, simulated, ticketFor } from './client'

const OPEN = 'doorLock.passwordFreeOpen'

describe('the simulator over HTTP', () => {
  let simulator: Simulator
  let served: Served
  beforeEach(async () => {
    simulator = simulated()
    served = await simulator.serve()
  })
  afterEach(() => served.close())

  const post = (action: string, params: Params = {}) => {
    const { body } = requestFor(action, params)
    return fetch(`${served.url}/any/path`, { method: 'POST', body })
  }
  const openParams = () => ({
    device_id: frontDoor.id,
    ticket_id: ticketFor(simulator, frontDoor.id).ticket_id,
  })

  it('answers with JSON', async () => {
    const response = await post('timer.currentTime')
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({
      success: true,
      t: START_MS,
      result: START_MS,
      tid: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  it('explains a refusal in a header that pages of other origins can read', async () => {
    const { headers } = await post('device.status', { device_id: 7 })
    expect(headers.get('x-simulator-explanation')).toBe('param type error: device_id')
    expect(headers.get('access-control-expose-headers')).toContain('x-simulator-explanation')
  })

  it('breaks the connection before the command executes, for drop-before', async () => {
    const params = openParams()
    simulator.faults.next(OPEN, 'drop-before')
    await expect(post(OPEN, params)).rejects.toThrow('fetch failed')
    expect(simulator.journal).toEqual([])
  })

  it('breaks the connection after the command executes, for drop-after', async () => {
    const params = openParams()
    simulator.faults.next(OPEN, 'drop-after')
    await expect(post(OPEN, params)).rejects.toThrow('fetch failed')
    expect(simulator.journal).toMatchObject([{ command: 'unlock' }])
  })

  it('delays slow answers by the clock', async () => {
    simulator.faults.next('timer.currentTime', 'slow')
    let answered = false
    const response = post('timer.currentTime').then((arrived) => {
      answered = true
      return arrived
    })
    await expect.poll(() => simulator.requests.length).toBe(1)
    expect(answered).toBe(false)
    simulator.clock.advance(15_000)
    expect((await response).status).toBe(200)
  })

  it('throttles with status 429 and a retry-after header', async () => {
    simulator.faults.next('timer.currentTime', 'throttle')
    const response = await post('timer.currentTime')
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('1')
  })

  it('allows requests from a page of another origin', async () => {
    const response = await fetch(served.url, { method: 'OPTIONS' })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(simulator.requests).toEqual([])
  })

  it('refuses a body longer than one mebibyte', async () => {
    const response = await fetch(served.url, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
    expect(response.status).toBe(413)
    expect(simulator.requests).toEqual([])
  })

  it('frees its port on close, and breaks open connections', async () => {
    simulator.faults.next('timer.currentTime', 'slow')
    const waiting = post('timer.currentTime').catch((error: unknown) => error)
    await expect.poll(() => simulator.requests.length).toBe(1)
    await served.close()
    expect(await waiting).toBeInstanceOf(TypeError)
    const again = await simulator.serve({ port: served.port })
    await again.close()
    expect(again.port).toBe(served.port)
  })

  it('rejects if the port is in use', async () => {
    await expect(simulator.serve({ port: served.port })).rejects.toThrow('EADDRINUSE')
  })
})
