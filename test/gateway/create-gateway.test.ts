import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createGateway, type GatewayEvent, memoryStore } from '../../gateway'
import { seed } from '../../simulator'
import { isParamsError } from '../../src/core/errors/params-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { WxRequestInit } from '../../src/core/transport/wx-like'
import { passwordCipher } from '../../src/crypto/password-cipher'
import { lock } from '../../src/flows/lock'
import { gatewayLimits, lackingIn } from '../../src/transports/server-limits'
import { wxRequest } from '../../src/transports/wx-request'
import { failureOf, outcomeOf, settle } from '../flows/support/settle'
import { simulated } from '../simulator/client'
import { gatewayOver, owner, simulatedOpenApi, userWith } from './harness'

const { frontDoor, garage } = seed.locks
const device_id = frontDoor.id

/** A mini-program whose requests go to a gateway. */
const wxOver = (gateway: (request: Request) => Promise<Response>) => ({
  request: ({ url, method = 'POST', header, data, success, fail }: WxRequestInit) => {
    gateway(
      new Request(url, { method, headers: header as Record<string, string>, body: String(data) }),
    )
      .then(async (response) => {
        const header = Object.fromEntries(response.headers)
        success?.({ data: await response.text(), statusCode: response.status, header })
      })
      .catch(() => fail?.({ errMsg: 'request:fail' }))
  },
})

describe('the gateway', () => {
  it.each([
    ['a known type', { ...owner, lockType: 'wifi' } as const],
    ['an unknown type', owner],
    ['a user whose id on the lock is not known', { role: 'owner' } as const],
  ])('carries a remote unlock of a mini-program over wx.request, for %s', async (_, membership) => {
    const simulator = simulated()
    const { clock } = simulator
    const { gateway } = gatewayOver(simulator, { user: userWith(membership) })
    const transport = wxRequest({
      url: 'https://gateway.example/',
      wx: wxOver(gateway),
      limits: gatewayLimits,
    })
    const panel = createPanel({ actions: allActions, transport, clock })
    const door = lock(panel, device_id, { type: 'wifi', clock })
    await settle(clock, door.unlock().done)
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])
    panel.close()
  })

  it('creates, lists and removes a temporary password', async () => {
    const simulator = simulated()
    const { clock } = simulator
    const { panel } = gatewayOver(simulator)
    const cipher = passwordCipher({ accessKey: simulator.accessKey })
    const { temporaryPasswords } = lock(panel, garage.id, {
      type: 'zigbee',
      clock,
      passwordCipher: cipher,
    })
    const input = { name: 'Guest', toMs: clock.now() + 3_600_000, password: '246813' }
    // The first use of the cipher loads crypto-js, in real time.
    await cipher.encrypt({ ticket_key: '', ticket_id: '' } as never, '1').catch(() => undefined)
    const { id } = await settle(clock, temporaryPasswords.create(input))
    const listed = await settle(clock, temporaryPasswords.list())
    expect(listed.map(({ name }) => name)).toContain('Guest')
    await settle(clock, temporaryPasswords.remove(id))
  })

  it('keeps the digits of a long id', async () => {
    const simulator = simulated()
    const id = '9007199254740993123'
    const [painter] = simulator.world.temporaryPasswords
    if (painter !== undefined) simulator.world.temporaryPasswords.push({ ...painter, id })
    const { gateway, panel } = gatewayOver(simulator)
    const params = { device_id, password_id: id }
    const password = await panel.apiRequest('doorLock.getTemporaryPassword', params)
    expect(password.password_id).toBe(id)
    // A client without this package may send the digits as a number.
    const body = `{"action":"doorLock.getTemporaryPassword","params":{"device_id":"${device_id}","password_id":${id}}}`
    const response = await gateway(
      new Request('https://gateway.example/', { method: 'POST', body }),
    )
    expect(await response.text()).toContain(id)
  })

  it('answers with an envelope that has a time and an id, for a success and for a failure', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const success = await post('device.status', { device_id })
    const failure = await post('device.status', { device_id: 'no-such-device' })
    for (const { status, headers, envelope } of [success, failure]) {
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe('application/json')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(envelope.t).toBe(simulator.clock.now())
      expect(envelope.tid).toMatch(/^[0-9a-f]{32}$/)
    }
    expect(failure.envelope).toMatchObject({ success: false, code: 1106 })
    expect(failure.envelope).not.toHaveProperty('result')
  })

  it.each([
    ['no JSON', 'door'],
    ['a list', '[]'],
    ['no action', '{"params":{}}'],
    ['a missing parameter', '{"action":"device.status","params":{}}'],
    ['an unknown parameter', `{"action":"device.status","params":{"device_id":"d","more":1}}`],
    [
      'too many devices',
      `{"action":"device.getListByIds","params":{"device_ids":"${'d,'.repeat(30)}d"}}`,
    ],
  ])('refuses a body with %s', async (_, body) => {
    const simulator = simulated()
    const { gateway } = gatewayOver(simulator)
    const response = await gateway(
      new Request('https://gateway.example/', { method: 'POST', body }),
    )
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ success: false, code: 'GATEWAY_BAD_REQUEST' })
    expect(simulator.requests).toEqual([])
  })

  it.each(lackingIn(gatewayLimits))(
    'refuses %s with a code and a sentence of its own',
    async (action) => {
      const simulator = simulated()
      const { post } = gatewayOver(simulator)
      const { status, envelope } = await post(action, { device_id })
      expect([status, envelope.code]).toEqual([200, 'GATEWAY_NO_ROUTE'])
      expect(envelope.msg).toContain(action)
      expect(simulator.requests).toEqual([])
    },
  )

  it('suggests an action for a misspelt one', async () => {
    const { post } = gatewayOver(simulated())
    const { envelope } = await post('doorLock.listUser', { device_id })
    expect(envelope.msg).toContain('did you mean doorLock.listUsers?')
  })

  it('refuses the rename of a temporary password, which no route has', async () => {
    const simulator = simulated()
    const { panel } = gatewayOver(simulator)
    const params = { device_id, password_id: '100000001', name: 'Plumber' }
    const error = await failureOf(
      simulator.clock,
      panel.apiRequest('doorLock.modifyTemporaryPassword', params),
    )
    expect(isVendorError(error) && [error.code, error.class]).toEqual([
      'GATEWAY_NO_ROUTE',
      'permanent',
    ])
  })

  it('refuses to unlock one of several doors, which no route can choose', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    const params = { device_id, ticket_id: 'ticket', channel_id: '2' }
    const { envelope } = await post('doorLock.passwordFreeOpen', params, {
      'idempotency-key': 'k',
    })
    expect(envelope.code).toBe('GATEWAY_NO_ROUTE')
    expect(simulator.journal).toEqual([])
  })

  it('passes on how long the cloud asks to wait', async () => {
    const simulator = simulated()
    const { post } = gatewayOver(simulator)
    simulator.faults.next('GET /v1.0/devices/{device_id}/status', { throttleSeconds: 7 })
    const { status, headers } = await post('device.status', { device_id })
    expect([status, headers.get('retry-after')]).toEqual([429, '7'])
  })

  it('says that nothing was sent if the cloud cannot be reached', async () => {
    const simulator = simulated()
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: { code: 'ECONNREFUSED' },
    })
    const openApi = simulatedOpenApi(simulator, () => Promise.reject(refused))
    const { post } = gatewayOver(simulator, { openApi })
    const params = { device_id, ticket_id: 'ticket' }
    const { status, envelope } = await post('doorLock.passwordFreeOpen', params, {
      'idempotency-key': 'k',
    })
    expect([status, envelope.code]).toEqual([200, 'GATEWAY_UNAVAILABLE'])
    expect(envelope.msg).toContain('nothing was sent')
  })

  it('tells a refusal by another server from a lost answer', async () => {
    const simulator = simulated()
    const page = async () => new Response('<html>forbidden</html>', { status: 403 })
    const { post } = gatewayOver(simulator, { openApi: simulatedOpenApi(simulator, page) })
    const { envelope } = await post('device.status', { device_id })
    expect(envelope.success).toBe(false)
    expect(envelope.code).not.toBe('GATEWAY_OUTCOME_UNKNOWN')
  })

  it('does not wait longer for the cloud than a panel waits for the gateway', async () => {
    const simulator = simulated()
    const openApi = simulatedOpenApi(simulator, () => new Promise(() => {}))
    const { post } = gatewayOver(simulator, { openApi })
    const startedAt = simulator.clock.now()
    const outcome = await outcomeOf(simulator.clock, post('device.status', { device_id }))
    expect(outcome).toMatchObject({ value: { envelope: { success: false } } })
    expect(simulator.clock.now() - startedAt).toBeLessThan(10_000)
  })

  it('hides a refused project from the user, who cannot correct it', async () => {
    const simulator = simulated()
    const openApi = simulatedOpenApi({ ...simulator, accessKey: 'wrong'.repeat(6) } as never)
    const { post } = gatewayOver(simulator, { openApi })
    const { status, envelope } = await post('device.status', { device_id })
    expect([status, envelope.code]).toEqual([200, 'GATEWAY_PROJECT'])
    expect(JSON.stringify(envelope)).not.toContain(simulator.clientId)
  })

  it('reads the clock of the cloud, with its first request too', async () => {
    const simulator = simulated()
    simulator.world.clockOffsetMs = 120_000
    const { post } = gatewayOver(simulator)
    const { envelope } = await post('timer.currentTime', {})
    expect(envelope.result).toBe(simulator.clock.now() + 120_000)
    expect(envelope.t).toBe(simulator.clock.now() + 120_000)
  })

  it('refuses the calls of one user for one device beyond the limit', async () => {
    const simulator = simulated()
    const store = memoryStore(simulator)
    const options = { store, limit: { calls: 2, windowMs: 10_000 } }
    const { post } = gatewayOver(simulator, options)
    await post('device.status', { device_id })
    await post('device.status', { device_id })
    const third = await post('device.status', { device_id })
    expect([third.status, third.envelope.code]).toEqual([429, 'GATEWAY_TOO_MANY'])
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post('device.status', { device_id: garage.id })).status).toBe(200)
    const other = gatewayOver(simulator, { ...options, user: userWith(owner, 'adam') })
    expect((await other.post('device.status', { device_id })).status).toBe(200)
    simulator.clock.advance(10_000)
    expect((await post('device.status', { device_id })).status).toBe(200)
  })

  it('reports each call without its parameters and its session', async () => {
    const simulator = simulated()
    const events: GatewayEvent[] = []
    const { post } = gatewayOver(simulator, { onCall: (event) => events.push(event) })
    const session = { authorization: 'Bearer session-5f4dcc3b' }
    const { envelope } = await post('device.status', { device_id }, session)
    await post('doorLock.loglatest', { device_id }, session)
    expect(events).toMatchObject([
      {
        tid: envelope.tid,
        action: 'device.status',
        userId: 'olivia',
        deviceIds: [device_id],
        status: 200,
        isRepeat: false,
      },
      { status: 200, code: 'GATEWAY_NO_ROUTE' },
    ])
    expect(JSON.stringify(events)).not.toContain('session-5f4dcc3b')
  })

  it('answers although its log throws', async () => {
    const onCall = () => {
      throw new Error('the disk is full')
    }
    const { post } = gatewayOver(simulated(), { onCall })
    expect((await post('device.status', { device_id })).envelope.success).toBe(true)
  })

  it('checks its options', () => {
    const transport = simulated().asTransport()
    const authenticate = () => undefined
    const errorOf = (options: object) => {
      try {
        createGateway({ openApi: transport, authenticate, ...options })
        return undefined
      } catch (error) {
        return isParamsError(error) ? error.issues.map(({ path }) => path) : error
      }
    }
    expect(errorOf({})).toBeUndefined()
    expect(errorOf({ openApi: { ...transport, families: ['panel'] } })).toEqual(['openApi'])
    expect(errorOf({ authenticate: undefined })).toEqual(['authenticate'])
    expect(errorOf({ store: {}, limit: { calls: 0, windowMs: 1 } })).toEqual([
      'store',
      'limit.calls',
    ])
    expect(errorOf({ polcy: () => 'allowed' })).toEqual(['polcy'])
  })
})

describe('a panel over the gateway', () => {
  it('knows what the gateway lacks, and sends nothing for it', async () => {
    const simulator = simulated()
    const { panel } = gatewayOver(simulator)
    const door = lock(panel, device_id, { type: 'wifi' })
    const { can, missing } = await door.capabilities()
    expect(can).toMatchObject({ remoteUnlock: true, sharing: false, bluetooth: false })
    expect(missing.sharing).toMatchObject([{ operations: ['doorLock.createPermissionSharing'] }])
    const sent = simulator.requests.length
    const error = await failureOf(
      simulator.clock,
      panel.apiRequest('doorLock.loglatest', { device_id }),
    )
    expect(isUnsupportedError(error) && error.message).toContain('capabilities()')
    expect(simulator.requests).toHaveLength(sent)
  })
})
