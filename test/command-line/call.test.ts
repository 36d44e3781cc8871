import { afterEach, describe, expect, it } from 'vitest'
import { everyAction } from '../support/registries'
import { tell } from './host'
import { closeServers, device, scripted, served } from './servers'

afterEach(closeServers)

describe('lockpanel call', () => {
  it('prints the decoded result, from a simulator made for the call', async () => {
    const { exitCode, stdout, stderr } = await tell(['call', 'device.status', '-p', device])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toContainEqual({ code: 'lock_motor_state', value: false })
  })

  it('takes parameters from a file and from stdin, and none at all', async () => {
    const files = { 'door.json': device }
    const ofFile = await tell(['call', 'device.status', '-p', '@door.json'], { files })
    const ofInput = await tell(['call', 'device.status', '-p', '-'], { input: device })
    const none = await tell(['call', 'timer.currentTime'])
    expect([ofFile.exitCode, ofInput.exitCode, none.exitCode]).toEqual([0, 0, 0])
    expect(ofInput.stdout).toBe(ofFile.stdout)
  })

  const everyFamily = [
    [
      'mini-program',
      ['doorLock.listUsers'],
      '"target_standard_dp_codes":"","page_no":1,"page_size":9',
    ],
    ['open-api', ['GET', '/v1.0/devices/{device_id}/users'], ''],
    ['panel', ['tuya.m.device.member.count'], undefined],
  ] as const

  it.each(everyFamily)('speaks %s to both kinds of simulator', async (_family, words, more) => {
    const given =
      more === undefined
        ? '{"devId":"vdevo-front-door"}'
        : `{"device_id":"vdevo-front-door"${more && `,${more}`}}`
    const { url } = await served()
    const args = ['call', ...words, '-p', given]
    const inside = await tell(args, { actions: everyAction })
    const outside = await tell([...args, '--simulator', url], { actions: everyAction })
    expect([inside.exitCode, inside.stderr]).toEqual([0, ''])
    expect([outside.exitCode, outside.stdout]).toEqual([0, inside.stdout])
  })

  it('keeps the digits of a Long', async () => {
    const server = await scripted()
    const given = '{"device_id":"d","user_id":12345678901234567890}'
    await tell(['call', 'doorLock.getUser', '-p', given, '--simulator', server.url])
    expect(server.received[0]?.body).toContain('"12345678901234567890"')
  })

  it('covers keys and tickets unless they are asked for, and says so', async () => {
    const masked = await tell(['call', 'doorLock.passwordTicket', '-p', device])
    expect(JSON.parse(masked.stdout)).toMatchObject({
      ticket_id: '[secret]',
      ticket_key: '[secret]',
      expire_time: 360,
    })
    expect(masked.stderr).toContain('2 values are masked; --show-secrets prints them')

    const shown = await tell(['call', 'doorLock.passwordTicket', '-p', device, '--show-secrets'])
    expect(JSON.parse(shown.stdout).ticket_key).toMatch(/^[\dA-F]{64}$/)
    expect(shown.stderr).toBe('')
  })

  it('tells each step on stderr, without a secret', async () => {
    const { stdout, stderr } = await tell([
      'call',
      'doorLock.passwordTicket',
      '-p',
      device,
      '--trace',
      '--show-secrets',
    ])
    const steps = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).type)
    expect(steps).toEqual(['started', 'sent', 'succeeded'])
    expect(stderr).not.toContain(JSON.parse(stdout).ticket_key)
  })

  it.each([
    [['-p', '{"device_id":"S3cr3t"'], '--params is not JSON'],
    [['-p', '[1]'], '--params must be a JSON object'],
    [['-p', '@gone.json'], 'cannot read gone.json (ENOENT)'],
    [['-p', '{"devic_id":"1"}'], 'devic_id: unknown parameter; did you mean device_id?'],
    [['-p', device, '--simulator', 'localhost'], 'must start with http:// or https://'],
    [['-p', device, '--env', '--simulator'], 'name two targets'],
    [['-p', device, '--env'], 'the environment names no target'],
  ])('calls %j wrong usage, and quotes nothing of it', async (args, words) => {
    const { exitCode, stdout, stderr } = await tell(['call', 'device.status', ...args])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('S3cr3t')
  })

  it('fails in one line where the cloud refuses', async () => {
    const { exitCode, stdout, stderr } = await tell([
      'call',
      'device.status',
      '-p',
      '{"device_id":"none"}',
    ])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^lockpanel: device\.status: refused with 2010, no such device.*\.\n$/)
  })

  it('is interrupted by the user, and says that the call may still execute', async () => {
    const server = await scripted()
    server.script('hang')
    const stopping = new AbortController()
    const called = tell(['call', 'device.status', '-p', device, '--simulator', server.url], {
      signal: stopping.signal,
    })
    await server.arrival()
    stopping.abort()
    const { exitCode, stderr } = await called
    expect(exitCode).toBe(130)
    expect(stderr).toContain('it may still execute')
  })
})
