import { afterEach, describe, expect, it } from 'vitest'
import { everyAction } from '../support/registries'
import { runCli } from './host'
import { closeServers, device, startServer, startSimulator } from './servers'

afterEach(closeServers)

describe('lockpanel call', () => {
  it('prints the decoded result of its own simulator', async () => {
    const { exitCode, stdout, stderr } = await runCli(['call', 'device.status', '-p', device])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toContainEqual({ code: 'lock_motor_state', value: false })
  })

  it('accepts parameters from a file, from stdin or none', async () => {
    const files = { 'door.json': device }
    const ofFile = await runCli(['call', 'device.status', '-p', '@door.json'], { files })
    const ofInput = await runCli(['call', 'device.status', '-p', '-'], { input: device })
    const none = await runCli(['call', 'timer.currentTime'])
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

  it.each(everyFamily)(
    'sends calls of the family %s to its own and to a served simulator',
    async (_family, words, more) => {
      const given =
        more === undefined
          ? '{"devId":"vdevo-front-door"}'
          : `{"device_id":"vdevo-front-door"${more && `,${more}`}}`
      const { url } = await startSimulator()
      const args = ['call', ...words, '-p', given]
      const own = await runCli(args, { actions: everyAction })
      const remote = await runCli([...args, '--simulator', url], { actions: everyAction })
      expect([own.exitCode, own.stderr]).toEqual([0, ''])
      expect([remote.exitCode, remote.stdout]).toEqual([0, own.stdout])
    },
  )

  it('keeps the digits of a Long', async () => {
    const server = await startServer()
    const given = '{"device_id":"d","user_id":12345678901234567890}'
    await runCli(['call', 'doorLock.getUser', '-p', given, '--simulator', server.url])
    expect(server.received[0]?.body).toContain('"12345678901234567890"')
  })

  it('masks keys and tickets unless --show-secrets is set, and reports the masking', async () => {
    const masked = await runCli(['call', 'doorLock.passwordTicket', '-p', device])
    expect(JSON.parse(masked.stdout)).toMatchObject({
      ticket_id: '[secret]',
      ticket_key: '[secret]',
      expire_time: 360,
    })
    expect(masked.stderr).toContain('2 values are masked; --show-secrets prints them')

    const shown = await runCli(['call', 'doorLock.passwordTicket', '-p', device, '--show-secrets'])
    expect(JSON.parse(shown.stdout).ticket_key).toMatch(/^[\dA-F]{64}$/)
    expect(shown.stderr).toBe('')
  })

  it('prints each step on stderr with --trace, without a secret', async () => {
    const { stdout, stderr } = await runCli([
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
    [['-p', '@missing.json'], 'cannot read missing.json (ENOENT)'],
    [['-p', '{"devic_id":"1"}'], 'devic_id: unknown parameter; did you mean device_id?'],
    [['-p', device, '--simulator', 'localhost'], 'must start with http:// or https://'],
    [['-p', device, '--env', '--simulator'], 'name two targets'],
    [['-p', device, '--env'], 'the environment names no target'],
  ])(
    'exits with 2 for the invalid arguments %j, and does not print their values',
    async (args, words) => {
      const { exitCode, stdout, stderr } = await runCli(['call', 'device.status', ...args])
      expect([exitCode, stdout]).toEqual([2, ''])
      expect(stderr).toContain(words)
      expect(stderr).not.toContain('S3cr3t')
    },
  )

  it('prints one line when the cloud rejects the call', async () => {
    const { exitCode, stdout, stderr } = await runCli([
      'call',
      'device.status',
      '-p',
      '{"device_id":"none"}',
    ])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^lockpanel: device\.status: refused with 1106, no permission.*\.\n$/)
  })

  it('stops when the user interrupts it, and reports that the call may still execute', async () => {
    const server = await startServer()
    server.script('hang')
    const interrupt = new AbortController()
    const called = runCli(['call', 'device.status', '-p', device, '--simulator', server.url], {
      signal: interrupt.signal,
    })
    await server.arrival()
    interrupt.abort()
    const { exitCode, stderr } = await called
    expect(exitCode).toBe(130)
    expect(stderr).toContain('it may still execute')
  })
})
