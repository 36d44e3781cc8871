import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { actionsOf, encryptPin, loadClient, serveCloud } from './support'

interface Connector {
  request(call: {
    readonly path: string
    readonly method: string
    readonly query?: object
    readonly body?: object
  }): Promise<{ readonly success: boolean; readonly result: unknown }>
}
type Constructor = new (options: {
  readonly baseUrl: string
  readonly accessKey: string
  readonly secretKey: string
}) => Connector

let TuyaContext: Constructor
beforeAll(() => {
  const client = loadClient('@tuya/tuya-connector-nodejs')
  TuyaContext = (client as { readonly TuyaContext: Constructor }).TuyaContext
}, 120_000)

const { frontDoor } = seed.locks
const path = `/v1.0/devices/${frontDoor.id}/users`
const home = `/v1.0/smart-lock/devices/${seed.locks.cellar.id}/users`

/** The vendor's connector for Node, as published. It signs with the system time. */
describe("the vendor's connector", () => {
  let simulator: Simulator
  let server: Awaited<ReturnType<typeof serveCloud>>
  let connector: Connector
  const connect = () => {
    simulator = server.simulator
    const { clientId: accessKey, accessKey: secretKey } = simulator
    connector = new TuyaContext({ baseUrl: server.url, accessKey, secretKey })
  }
  beforeEach(async () => {
    server = await serveCloud()
    connect()
  })
  afterEach(() => server.close())

  const actions = () => actionsOf(simulator)
  const post = async <Result>(route: string, body: object): Promise<Result> => {
    const { success, result } = await connector.request({ path: route, method: 'POST', body })
    expect(success).toBe(true)
    return result as Result
  }
  const ticketOf = (deviceId: string) =>
    post<{ ticket_id: string; ticket_key: string }>(
      `/v1.0/devices/${deviceId}/door-lock/password-ticket`,
      {},
    )

  it("gets a token and reads a lock's users", async () => {
    const { success, result } = await connector.request({ path, method: 'GET' })
    expect(success).toBe(true)
    expect((result as { nick_name: string }[]).map(({ nick_name }) => nick_name)).toEqual(
      Object.values(seed.members).map(({ nickName }) => nickName),
    )
    expect(actions()).toEqual(['GET /v1.0/token', 'GET /v1.0/devices/{device_id}/users'])
  })

  it('sends a query and a body that the simulator accepts', async () => {
    const query = { page_size: 1, page_no: 2, codes: 'unlock_card,unlock_password' }
    const { result } = await connector.request({ path: home, method: 'GET', query })
    expect(result).toMatchObject({ records: [{ nick_name: 'Adam' }], total: 4 })
    const body = { nick_name: 'Nadia', sex: 2 }
    const added = await connector.request({
      path: `/v1.0/devices/${frontDoor.id}/user`,
      method: 'POST',
      body,
    })
    expect(added).toMatchObject({ success: true, result: { user_id: '1005' } })
  })

  it('is rejected with a wrong secret', async () => {
    const wrong = new TuyaContext({
      baseUrl: server.url,
      accessKey: simulator.clientId,
      secretKey: 'wrong',
    })
    await expect(wrong.request({ path, method: 'GET' })).rejects.toThrow('GET_TOKEN_FAILED 1004')
  })

  it('requests a new token after the cloud replaced its own', async () => {
    await connector.request({ path, method: 'GET' })
    const [token] = simulator.world.tokens
    if (token === undefined) throw new Error('no token was issued')
    token.replaced = true
    const after = simulator.requests.length
    const answer = await connector.request({ path, method: 'GET' })
    expect(answer).toMatchObject({ success: true })
    // It signs the refresh by the scheme before 2021, is rejected, and requests a first token again.
    expect(actions().slice(after)).toEqual([
      'GET /v1.0/devices/{device_id}/users',
      'GET /v1.0/token/{refresh_token}',
      'GET /v1.0/token',
      'GET /v1.0/devices/{device_id}/users',
    ])
    expect(simulator.world.tokens).toHaveLength(2)
  })

  it('refreshes its token in a project that accepts the signatures of its time', async () => {
    await server.close()
    server = await serveCloud({ acceptsOldSignatures: true })
    connect()
    await connector.request({ path, method: 'GET' })
    // An expired token can be refreshed; a replaced one cannot.
    for (const token of simulator.world.tokens) Object.assign(token, { expiresAtMs: 0 })
    const after = simulator.requests.length
    expect(await connector.request({ path, method: 'GET' })).toMatchObject({ success: true })
    expect(actions().slice(after)).toEqual([
      'GET /v1.0/devices/{device_id}/users',
      'GET /v1.0/token/{refresh_token}',
      'GET /v1.0/devices/{device_id}/users',
    ])
  })

  it('unlocks with a ticket, which a second command cannot use', async () => {
    const { ticket_id } = await ticketOf(frontDoor.id)
    const route = `/v1.0/devices/${frontDoor.id}/door-lock/password-free/open-door`
    expect(await post(route, { ticket_id })).toBe(true)
    const again = await connector.request({ path: route, method: 'POST', body: { ticket_id } })
    expect(again).toMatchObject({ success: false, code: 2405, msg: 'ticket invalid' })
    expect(simulator.journal).toMatchObject([
      { command: 'unlock', deviceId: frontDoor.id, reached: 'lock', moved: true },
    ])
  })

  it('creates a temporary password that opens the lock at its keypad', async () => {
    const { ticket_id, ticket_key } = await ticketOf(frontDoor.id)
    const effective_time = Math.floor(simulator.clock.now() / 1000) + 1
    await post(`/v1.0/devices/${frontDoor.id}/door-lock/temp-password`, {
      name: 'Guest',
      password: encryptPin('1234567', ticket_key, simulator.accessKey),
      password_type: 'ticket',
      ticket_id,
      effective_time,
      invalid_time: effective_time + 86_400,
    })
    simulator.clock.advance(5_000)
    expect(simulator.journal).toMatchObject([
      { command: 'create-password', deviceId: frontDoor.id, reached: 'lock' },
    ])
    expect(simulator.typeCode(frontDoor.id, '1234567')).toBe('opened')
  })
})
