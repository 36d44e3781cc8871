import { afterEach, describe, expect, it } from 'vitest'
import { params, record, secret, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import { tell } from './host'
import { closeServers, device, opened, scripted } from './servers'

afterEach(closeServers)

describe('what the environment names', () => {
  const route = defineAction({
    name: 'GET /v1.0/things/{thing_id}',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
    params: params({ required: { thing_id: secret(text()) } }),
    result: record({ required: { method: text(), path: text() } }),
  })
  const credentials = { clientId: 'client-1', secret: 'S3cr3tValue' }
  const called = ['call', 'GET', '/v1.0/things/{thing_id}', '-p', '{"thing_id":"7"}', '--env']
  const project = (cloud: SignedCloud) => ({
    LOCKPANEL_CLIENT_ID: credentials.clientId,
    LOCKPANEL_SECRET: credentials.secret,
    LOCKPANEL_BASE_URL: cloud.url,
  })

  it('is a cloud project, whose calls are signed', async () => {
    const cloud = opened(await startSignedCloud(credentials))
    const { exitCode, stdout } = await tell(called, { env: project(cloud), actions: [route] })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ method: 'GET', path: '/v1.0/things/7' })
  })

  it('never shows the secret', async () => {
    const cloud = opened(await startSignedCloud({ ...credentials, secret: 'another-one' }))
    const env = project(cloud)
    const { exitCode, stdout, stderr } = await tell([...called, '--trace'], {
      env,
      actions: [route],
    })
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain('refused with 1004')
    expect(stderr).not.toContain(credentials.secret)
  })

  it('is a gateway of mini-programs, with headers', async () => {
    const server = await scripted()
    const env = { LOCKPANEL_URL: server.url, LOCKPANEL_HEADERS: '{"x-session":"abc"}' }
    await tell(['call', 'device.status', '-p', device, '--env'], { env })
    expect(server.received[0]?.headers['x-session']).toBe('abc')
  })

  it.each([
    [{ LOCKPANEL_CLIENT_ID: 'a' }, 'are both required'],
    [
      { LOCKPANEL_CLIENT_ID: 'a', LOCKPANEL_SECRET: 'S3cr3t' },
      'LOCKPANEL_REGION must be one of cn',
    ],
    [{ LOCKPANEL_URL: 'http://h', LOCKPANEL_HEADERS: 'S3cr3t' }, 'LOCKPANEL_HEADERS must be'],
    [{ LOCKPANEL_URL: 'http://127.0.0.1:1' }, '127.0.0.1:1 does not support open-api'],
  ])('is refused where it does not fit: %j', async (env, words) => {
    const { exitCode, stderr } = await tell(called, { env, actions: [route] })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('S3cr3t')
  })
})
