import { TuyaContext } from '@tuya/tuya-connector-nodejs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClock, createSimulator, type Served, type Simulator, seed } from '../../simulator'

const { frontDoor } = seed.locks
const path = `/v1.0/devices/${frontDoor.id}/users`
const home = `/v1.0/smart-lock/devices/${seed.locks.cellar.id}/users`

/** The vendor's connector for Node, as published. It signs with the system time. */
describe("the vendor's connector", () => {
  let simulator: Simulator
  let server: Served
  let connector: TuyaContext
  beforeEach(async () => {
    simulator = createSimulator({ clock: createClock() })
    server = await simulator.serve()
    const { clientId: accessKey, accessKey: secretKey } = simulator
    connector = new TuyaContext({ baseUrl: server.url, accessKey, secretKey })
  })
  afterEach(() => server.close())

  const actions = () => simulator.requests.map(({ action }) => action)

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
})
