import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { createSimulator, type Served, type Simulator, seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { call } from '../simulator/client'
import { type RedisServer, startRedis } from '../support/redis-server'
import { buildExample, type GatewayProcess, startGateway } from './gateway-process'
import type { Envelope } from './harness'
import { until } from './until'

const { frontDoor, loft } = seed.locks
const device_id = frontDoor.id
const SYNC = 'doorLock.getSyncableOpmodeTypes'
const SYNC_ROUTE = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'
const UNLOCK = 'doorLock.passwordFreeOpen'
const UNLOCK_ROUTE = 'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door'
const TOKEN = 'session-of-olivia'

const WINDOW_MS = 5_000
const authorization = `Bearer ${TOKEN}`

let folder = ''
let program = ''
let redis: RedisServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lockpanel-gateway-'))
  const owner = { role: 'owner', userId: seed.members.owner.userId }
  const devices = Object.fromEntries(Object.values(seed.locks).map(({ id }) => [id, owner]))
  const users = [{ id: 'olivia', token: TOKEN, devices }]
  writeFileSync(join(folder, 'users.json'), JSON.stringify(users))
  program = await buildExample('main')
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let simulator: Simulator
let cloud: Served
let gateways: readonly [GatewayProcess, GatewayProcess]
const isReady = async ({ adminUrl }: GatewayProcess) => (await fetch(`${adminUrl}/ready`)).ok

beforeEach(async () => {
  redis = await startRedis()
  simulator = createSimulator()
  cloud = await simulator.serve()
  const env = {
    CLOUD_URL: cloud.url,
    CLIENT_ID: simulator.clientId,
    CLIENT_SECRET: simulator.accessKey,
    REDIS_URL: redis.url,
    MESSAGES_URL: cloud.url,
    USERS_FILE: join(folder, 'users.json'),
  }
  gateways = [await startGateway(program, env), await startGateway(program, env)]
  for (const gateway of gateways) await until(() => isReady(gateway))
}, 60_000)
afterEach(async () => {
  await Promise.all(gateways.map(({ kill }) => kill()))
  await cloud.close()
  await redis.close()
})

const post = async (
  { url }: GatewayProcess,
  action: string,
  params: unknown,
  key = '',
): Promise<{ status: number; envelope: Envelope }> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization, ...(key !== '' && { 'idempotency-key': key }) },
    body: JSON.stringify({ action, params }),
  })
  return { status: response.status, envelope: (await response.json()) as Envelope }
}

const unlockParams = () => ({
  device_id,
  ticket_id: call<{ ticket_id: string }>(simulator, 'doorLock.passwordTicket', { device_id })
    .ticket_id,
})
const unlocks = () => simulator.journal.filter(({ command }) => command === 'unlock')
const sent = (route: string) => simulator.requests.filter(({ action }) => action === route)

/** Sends an unlock whose answer the cloud delays; it executes at once. */
const slowUnlock = (gateway: GatewayProcess, params: unknown, key: string) => {
  simulator.faults.next(UNLOCK_ROUTE, { slowMs: 3_000 })
  return post(gateway, UNLOCK, params, key).catch((error: Error) => error)
}

describe('two gateway processes with one Redis', () => {
  it('synchronise a lock once in five seconds for 200 panels that ask at once', async () => {
    const panels = Array.from({ length: 200 }, (_, index) =>
      createPanel({
        actions: allActions,
        transport: fetchTransport({
          url: gateways[index % 2 === 0 ? 0 : 1].url,
          headers: { authorization },
        }),
      }),
    )
    const params = { device_id: loft.id, target_standard_dp_codes: 'unlock_card' }
    const startedAt = Date.now()
    const answers = await Promise.all(panels.map((panel) => panel.apiRequest(SYNC, params)))
    expect(answers).toHaveLength(200)
    // A slow machine may need more than five seconds for 200 panels; when a request arrives says little there.
    expect(sent(SYNC_ROUTE).length).toBeLessThanOrEqual(1 + (Date.now() - startedAt) / WINDOW_MS)
    for (const panel of panels) panel.close()
  }, 60_000)

  it('answer a repeat at the other gateway from the first outcome, while it is under way', async () => {
    const params = unlockParams()
    const first = slowUnlock(gateways[0], params, 'k1')
    await until(() => unlocks().length === 1)
    const repeat = await post(gateways[1], UNLOCK, params, 'k1')
    expect(await first).toMatchObject({ status: 200, envelope: repeat.envelope })
    expect(repeat.envelope).toMatchObject({ success: true, result: true })
    expect(sent(UNLOCK_ROUTE)).toHaveLength(1)
  }, 60_000)

  it('send no command twice if one of them is killed while it waits for the answer', async () => {
    const params = unlockParams()
    const first = slowUnlock(gateways[0], params, 'k1')
    await until(() => unlocks().length === 1)
    await gateways[0].kill()
    expect(await first).toBeInstanceOf(Error)
    const repeat = await post(gateways[1], UNLOCK, params, 'k1')
    expect(repeat).toMatchObject({ status: 504, envelope: { code: 'GATEWAY_OUTCOME_UNKNOWN' } })
    expect(sent(UNLOCK_ROUTE)).toHaveLength(1)
    expect(await post(gateways[1], UNLOCK, unlockParams(), 'k2')).toMatchObject({ status: 200 })
    expect(unlocks()).toHaveLength(2)
  }, 60_000)

  it('send no command twice if Redis is killed, read without it, and recover by themselves', async () => {
    const params = unlockParams()
    const first = slowUnlock(gateways[0], params, 'k1')
    await until(() => unlocks().length === 1)
    await redis.kill()
    for (const gateway of gateways) await until(async () => !(await isReady(gateway)))
    expect(await post(gateways[1], UNLOCK, params, 'k1')).toMatchObject({
      status: 200,
      envelope: { success: false, code: 'GATEWAY_UNAVAILABLE' },
    })
    const status = await post(gateways[1], 'device.status', { device_id })
    expect(status.envelope.success).toBe(true)
    expect(await first).toMatchObject({ envelope: { success: true, result: true } })

    await redis.start()
    for (const gateway of gateways) await until(() => isReady(gateway))
    const repeat = await post(gateways[1], UNLOCK, params, 'k1')
    expect(repeat).toMatchObject({ status: 504, envelope: { code: 'GATEWAY_OUTCOME_UNKNOWN' } })
    expect(sent(UNLOCK_ROUTE)).toHaveLength(1)
    expect(await post(gateways[1], UNLOCK, unlockParams(), 'k2')).toMatchObject({
      envelope: { success: true },
    })
    expect(unlocks()).toHaveLength(2)
  }, 90_000)

  it('pass the push messages of a lock on to its panels', async () => {
    const stop = new AbortController()
    const { url } = gateways[0]
    const streams = await Promise.all(
      gateways.map((gateway) =>
        fetch(`${gateway.url}events?device_id=${device_id}`, {
          headers: { authorization },
          signal: stop.signal,
        }),
      ),
    )
    expect(streams.map(({ status }) => status)).toEqual([200, 200])
    expect((await fetch(`${url}events?device_id=${device_id}`)).status).toBe(401)
    const texts = streams.map(async ({ body }) => {
      const decoder = new TextDecoder()
      let text = ''
      for await (const chunk of body ?? []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true })
        if (text.includes('data:')) return text
      }
      return text
    })
    simulator.unlockAtDoor(device_id, { dpCode: 'unlock_fingerprint', unlockSn: 1 })
    // The message service delivers to one of the two processes.
    for (const text of await Promise.all(texts)) expect(text).toContain('unlock_fingerprint')
    stop.abort()
  }, 60_000)

  it('finish what is open before they end', async () => {
    const first = slowUnlock(gateways[0], unlockParams(), 'k1')
    await until(() => unlocks().length === 1)
    expect(await gateways[0].stop()).toBe(0)
    expect(await first).toMatchObject({ envelope: { success: true, result: true } })
  }, 60_000)
})
