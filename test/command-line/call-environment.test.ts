import { afterEach, describe, expect, it } from 'vitest'
import { params, record, secret, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import { runCli } from './host'
import { closedAfterTest, closeServers, device, startServer } from './servers'

afterEach(closeServers)

describe('the call target in the environment', () => {
  const route = defineAction({
    name: 'GET /v1.0/things/{thing_id}',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
    params: params({ required: { thing_id: secret(text()) } }),
    result: record({ key: { method: text(), path: text() } }),
  })
  const credentials = { clientId: 'client-1', secret: 'S3cr3tValue' }
  const called = ['call', 'GET', '/v1.0/things/{thing_id}', '-p', '{"thing_id":"7"}', '--env']
  const project = (cloud: SignedCloud) => ({
    LOCKPANEL_CLIENT_ID: credentials.clientId,
    LOCKPANEL_SECRET: credentials.secret,
    LOCKPANEL_BASE_URL: cloud.url,
  })

  it('may be a cloud project, with signed calls', async () => {
    const cloud = closedAfterTest(await startSignedCloud(credentials))
    const { exitCode, stdout } = await runCli(called, { env: project(cloud), actions: [route] })
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ method: 'GET', path: '/v1.0/things/7' })
  })

  it('is used without printing the secret', async () => {
    const cloud = closedAfterTest(await startSignedCloud({ ...credentials, secret: 'another-one' }))
    const env = project(cloud)
    const { exitCode, stdout, stderr } = await runCli([...called, '--trace'], {
      env,
      actions: [route],
    })
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain('refused with 1004')
    expect(stderr).not.toContain(credentials.secret)
  })

  it('may be a gateway of mini-programs, with headers', async () => {
    const server = await startServer()
    const env = { LOCKPANEL_URL: server.url, LOCKPANEL_HEADERS: '{"x-session":"abc"}' }
    await runCli(['call', 'device.status', '-p', device, '--env'], { env })
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
  ])('is rejected when it is invalid: %j', async (env, words) => {
    const { exitCode, stderr } = await runCli(called, { env, actions: [route] })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('S3cr3t')
  })
})
