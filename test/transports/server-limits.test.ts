import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createClock } from '../../simulator'
import { isParamsError } from '../../src/core/errors/params-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { supportsLockType } from '../../src/core/supports-lock-type'
import { combine } from '../../src/core/transport/combine'
import { lock } from '../../src/flows/lock'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { gatewayLimits, type ServerLimits } from '../../src/transports/server-limits'
import { failureOf, settle } from '../flows/support/settle'

const actionNamed = (name: string) => Object.values(allActions).find((one) => one.name === name)

const server = (answer: unknown, limits?: ServerLimits) => {
  let requests = 0
  const transport = fetchTransport({
    url: 'https://door.example/',
    ...(limits && { limits }),
    fetch: async () => {
      requests++
      return new Response(JSON.stringify({ success: true, result: answer }))
    },
  })
  return { transport, requests: () => requests }
}

const limits: ServerLimits = { 'device.status': [], 'doorLock.listUsers': ['wifi-video'] }

describe('a transport whose server has less than the vendor', () => {
  it('sends nothing for an action that the server does not have', async () => {
    const clock = createClock({ frozen: true })
    const { transport, requests } = server([], limits)
    const panel = createPanel({ actions: allActions, transport, clock })
    expect(panel.find('device.status')).toBeUndefined()
    const error = await failureOf(clock, panel.apiRequest('device.status', { device_id: 'door' }))
    expect(isUnsupportedError(error)).toBe(true)
    expect(requests()).toBe(0)
  })

  it('has an action for the lock types of the server', () => {
    const { transport } = server([], limits)
    const panel = createPanel({ actions: allActions, transport })
    const supports = (type: 'wifi' | 'wifi-video') =>
      lock(panel, 'door', { type }).supports('doorLock.listUsers')
    expect([supports('wifi'), supports('wifi-video')]).toEqual([false, true])
    expect(lock(panel, 'door', { type: 'wifi' }).supports('doorLock.getUser')).toBe(true)
  })

  it('leaves what it lacks to the next transport of a combination', async () => {
    const clock = createClock({ frozen: true })
    const first = server([], limits)
    const second = server([])
    const transport = combine(first.transport, second.transport)
    const panel = createPanel({ actions: allActions, transport, clock })
    await settle(clock, panel.apiRequest('device.status', { device_id: 'door' }))
    await settle(clock, panel.apiRequest('doorLock.remoteUnlocks', { device_id: 'door' }))
    expect([first.requests(), second.requests()]).toEqual([1, 1])
  })

  it('refuses limits of another form', () => {
    const pathsOf = (given: unknown) => {
      try {
        fetchTransport({ url: '/', limits: given as ServerLimits })
        return []
      } catch (error) {
        return isParamsError(error) ? error.issues.map(({ path }) => path) : error
      }
    }
    expect(pathsOf(gatewayLimits)).toEqual([])
    expect(pathsOf(['device.status'])).toEqual(['limits'])
    expect(pathsOf('none')).toEqual(['limits'])
  })
})

describe('a transport whose server answers routes too', () => {
  it('sends a route by its name, and a mini-program action by its own', async () => {
    const clock = createClock({ frozen: true })
    const sent: unknown[] = []
    const transport = fetchTransport({
      url: 'https://door.example/',
      families: ['mini-program', 'open-api'],
      fetch: async (_url, { body }) => {
        sent.push(JSON.parse(String(body)))
        return new Response(JSON.stringify({ success: true, result: [] }))
      },
    })
    const panel = createPanel({ actions: allActions, transport, clock })
    const params = { device_id: 'door' }
    const route = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'
    await settle(clock, panel.apiRequest(route, params))
    await settle(clock, panel.apiRequest('device.status', params))
    expect(sent).toEqual([
      { action: route, params },
      { action: 'device.status', params },
    ])
  })

  it('uses a route where the server has the action for other lock types only', () => {
    const transport = fetchTransport({
      url: 'https://door.example/',
      limits: { 'doorLock.alarmLogs': ['wifi-video'] },
      families: ['mini-program', 'open-api'],
    })
    const panel = createPanel({ actions: allActions, transport })
    const supports = (type: 'zigbee' | 'access-control') =>
      lock(panel, 'door', { type }).supports('doorLock.alarmLogs')
    expect([supports('zigbee'), supports('access-control')]).toEqual([true, false])
  })

  it.each([['mini-program'], [[]], [['panel']], [['open-api', 'other']]])(
    'refuses the families %j',
    (families) => {
      const create = () => fetchTransport({ url: '/', families: families as never })
      expect(create).toThrow(/families/)
    },
  )
})

describe('the limits of the gateway', () => {
  it.each(Object.entries(gatewayLimits))('of %s name lock types of the action', (name, types) => {
    const action = actionNamed(name)
    expect(['mini-program', 'open-api']).toContain(action?.family)
    expect(types.filter((type) => action && !supportsLockType(action, type))).toEqual([])
  })
})
