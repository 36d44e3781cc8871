import { unknown } from 'io-ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineAction } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import { type CloudRequest, type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import { clientId, START, secret, transportTo } from './support'

let cloud: SignedCloud
beforeEach(async () => {
  cloud = await startSignedCloud({ clientId, secret, now: () => START })
})
afterEach(() => cloud.close())

const open = defineAction({
  name: 'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door',
  family: 'open-api',
  safety: 'once',
  check: 'GET /v1.0/devices/{device_id}',
  ticket: 'ticket_id',
  locks: ['any'],
  params: unknown,
  result: unknown,
})
const openDoor = () =>
  createPanel({ actions: { open }, transport: transportTo(cloud), random: () => 0 }).apiRequest(
    open.name,
    { device_id: 'vdevo1', ticket_id: '9wxxoLM' },
  )
const isToken = ({ url }: CloudRequest) => url.startsWith('/v1.0/token')

/** Answers so the first time that such a request comes. */
const once = (wanted: (request: CloudRequest) => boolean, answer: 'drop' | object) => {
  let left = 1
  cloud.intercept((request) =>
    wanted(request) && left-- > 0 ? (answer as Readonly<Record<string, unknown>>) : undefined,
  )
}
const isOrder = (request: CloudRequest) => !isToken(request)

describe('a command over a panel', () => {
  it('is retried when the answer about the token was lost: the command itself was not sent', async () => {
    once(isToken, 'drop')
    expect(await openDoor()).toMatchObject({ body: '{"ticket_id":"9wxxoLM"}' })
    expect(cloud.tokenRequests()).toHaveLength(2)
    expect(cloud.calls()).toHaveLength(1)
  })

  it.each([1010, 1013])(
    'is sent again after code %d, with the same ticket: it was not executed',
    async (code) => {
      once(isOrder, { success: false, code, msg: '', t: START })
      expect(await openDoor()).toMatchObject({ body: '{"ticket_id":"9wxxoLM"}' })
      expect(cloud.calls()).toHaveLength(2)
    },
  )

  it('is sent once when its own answer is lost', async () => {
    once(isOrder, 'drop')
    await expect(openDoor()).rejects.toMatchObject({ kind: 'outcome-unknown', check: open.check })
    expect(cloud.calls()).toHaveLength(1)
  })

  it('is sent once when a gateway answers with the code of the cloud', async () => {
    once(isOrder, { success: false, code: 1010, msg: '', httpStatus: 504 })
    await expect(openDoor()).rejects.toMatchObject({ kind: 'outcome-unknown' })
    expect(cloud.calls()).toHaveLength(1)
    expect(cloud.tokenRequests()).toHaveLength(1)
  })
})
