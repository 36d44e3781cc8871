import { unknown } from 'io-ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getDevice } from '../../actions/open-api/devices/get-device'
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
  createPanel({
    actions: { open, getDevice },
    transport: transportTo(cloud),
    random: () => 0,
  }).apiRequest(open.name, { device_id: 'vdevo1', ticket_id: '9wxxoLM' })
const isToken = ({ url }: CloudRequest) => url.startsWith('/v1.0/token')

/** Answers the first matching request with the given answer. */
const answerOnce = (matches: (request: CloudRequest) => boolean, answer: 'drop' | object) => {
  let remaining = 1
  cloud.intercept((request) =>
    matches(request) && remaining-- > 0 ? (answer as Readonly<Record<string, unknown>>) : undefined,
  )
}
const isCommand = (request: CloudRequest) => !isToken(request)

describe('a command over the open-api transport', () => {
  it('is retried when the token answer is lost, because the command was not sent', async () => {
    answerOnce(isToken, 'drop')
    expect(await openDoor()).toMatchObject({ body: '{"ticket_id":"9wxxoLM"}' })
    expect(cloud.tokenRequests()).toHaveLength(2)
    expect(cloud.calls()).toHaveLength(1)
  })

  it.each([1010, 1013])(
    'is resent with the same ticket after code %d, because it was not executed',
    async (code) => {
      answerOnce(isCommand, { success: false, code, msg: '', t: START })
      expect(await openDoor()).toMatchObject({ body: '{"ticket_id":"9wxxoLM"}' })
      expect(cloud.calls()).toHaveLength(2)
    },
  )

  it('is sent once when its own answer is lost', async () => {
    answerOnce(isCommand, 'drop')
    await expect(openDoor()).rejects.toMatchObject({ kind: 'outcome-unknown', check: open.check })
    expect(cloud.calls()).toHaveLength(1)
  })

  it('is sent once when a gateway answers with a code of the cloud', async () => {
    answerOnce(isCommand, { success: false, code: 1010, msg: '', httpStatus: 504 })
    await expect(openDoor()).rejects.toMatchObject({ kind: 'outcome-unknown' })
    expect(cloud.calls()).toHaveLength(1)
    expect(cloud.tokenRequests()).toHaveLength(1)
  })
})
